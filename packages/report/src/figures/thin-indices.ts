/** What `thinIndices` must preserve. */
export interface ThinOptions {
  /** Position of each moment on the time axis, by index. */
  readonly times: readonly number[];
  /** Values of each line, by index, on the scale of the picture (logarithms for a logarithmic axis). */
  readonly series: readonly (readonly number[])[];
  /** Greatest distance of an omitted value from the straight line drawn instead, as a share of the range of all series. */
  readonly tolerance: number;
}

/**
 * Leaves out moments that a picture cannot show: straight lines between the kept moments miss no value of any series by
 * more than the tolerance.
 *
 * Repeated splitting at the worst moment, after Douglas and Peucker (Cartographica 10 (1973) 112-122,
 * doi:10.3138/FM57-6770-U75U-7727) with the vertical distance, for several lines at once. Values that are not numbers count as no error.
 *
 * @param indices moments to choose from, increasing
 * @returns an increasing part of `indices` with its first and last moment
 */
export function thinIndices(indices: readonly number[], options: ThinOptions): number[] {
  if (indices.length < 3) return [...indices];
  const scale = Math.max(
    ...options.series.map((values) => range(indices.map((index) => values[index]!))),
    Number.MIN_VALUE,
  );
  const kept = new Set<number>([0, indices.length - 1]);
  const open: [number, number][] = [[0, indices.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const worst = worstBetween(indices, span, options);
    if (worst.error <= options.tolerance * scale) continue;
    kept.add(worst.position);
    open.push([span[0], worst.position], [worst.position, span[1]]);
  }
  return [...kept].toSorted((a, b) => a - b).map((position) => indices[position]!);
}

function range(values: readonly number[]): number {
  const numbers = values.filter((value) => Number.isFinite(value));
  return numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers);
}

/** The moment strictly inside a span whose value lies farthest from the chord of any series; no error when there is none. */
function worstBetween(
  indices: readonly number[],
  [first, last]: readonly [number, number],
  { times, series }: ThinOptions,
): { readonly position: number; readonly error: number } {
  const [from, to] = [indices[first]!, indices[last]!];
  let worst = { position: first, error: 0 };
  for (let position = first + 1; position < last; position++) {
    const index = indices[position]!;
    const share = (times[index]! - times[from]!) / (times[to]! - times[from]!);
    for (const values of series) {
      const error = Math.abs(values[index]! - (values[from]! + share * (values[to]! - values[from]!)));
      if (error > worst.error) worst = { position, error };
    }
  }
  return worst;
}
