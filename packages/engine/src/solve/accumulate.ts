/**
 * out += sum of weights[j] vectors[j] for j from `first` to `last` - 1.
 *
 * Four vectors are taken at a time: half of a step's work outside the model is done here, and it is the storing that costs.
 * Positional arguments, because this runs a dozen times per step and must not allocate.
 */
export function accumulate(
  out: Float64Array,
  vectors: readonly Float64Array[],
  weights: Float64Array,
  first: number,
  last: number,
): void {
  let j = first;
  for (; j + 4 <= last; j += 4) addFour(out, vectors, weights, j);
  for (; j < last; j++) addScaled(out, vectors[j]!, weights[j]!);
}

function addFour(out: Float64Array, vectors: readonly Float64Array[], weights: Float64Array, j: number): void {
  const a = vectors[j]!;
  const b = vectors[j + 1]!;
  const c = vectors[j + 2]!;
  const d = vectors[j + 3]!;
  const wa = weights[j]!;
  const wb = weights[j + 1]!;
  const wc = weights[j + 2]!;
  const wd = weights[j + 3]!;
  for (let i = 0; i < out.length; i++) out[i]! += wa * a[i]! + wb * b[i]! + (wc * c[i]! + wd * d[i]!);
}

/** out += weight vector. */
export function addScaled(out: Float64Array, vector: Float64Array, weight: number): void {
  for (let i = 0; i < out.length; i++) out[i]! += weight * vector[i]!;
}
