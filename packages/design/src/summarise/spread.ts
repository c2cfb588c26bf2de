import { quantileSorted } from "@kinetamine/numerics";

/** Order statistics of a sample; every entry NaN for an empty one. */
export interface Spread {
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
}

/** The numbers of a sample that are numbers, sorted: failed courses are left out, never counted as zero. */
export function sortedNumbers(sample: ArrayLike<number>): Float64Array {
  return Float64Array.from(sample)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/** Quantiles (type 7) of an already sorted sample. */
export function spreadOf(sorted: Float64Array): Spread {
  const q = (p: number) => (sorted.length === 0 ? Number.NaN : quantileSorted(sorted, p));
  return { q05: q(0.05), q25: q(0.25), q50: q(0.5), q75: q(0.75), q95: q(0.95) };
}
