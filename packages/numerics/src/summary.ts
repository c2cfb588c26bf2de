import { NumericsError } from "./numerics-error.ts";

function requireValues(sample: ArrayLike<number>, atLeast: number, statistic: string): void {
  if (sample.length >= atLeast) return;
  throw new NumericsError(
    "E-TOO-FEW",
    `Cannot compute the ${statistic} of ${sample.length} values: at least ${atLeast} needed`,
  );
}

/**
 * Sum of numbers with the rounding error carried along.
 *
 * Neumaier's improved Kahan summation (ZAMM 54 (1974) 39-51, doi:10.1002/zamm.19740540106): the error does not grow with the
 * number of terms. Non-finite terms give a non-finite sum. An empty sum is 0.
 */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // An infinite sum makes the carried error NaN; the infinity itself is the answer.
  return Number.isFinite(lost) ? sum + lost : sum;
}

/**
 * Arithmetic mean.
 *
 * @throws NumericsError `E-TOO-FEW` for an empty sample
 */
export function mean(sample: ArrayLike<number>): number {
  requireValues(sample, 1, "mean");
  return compensatedSum(sample) / sample.length;
}

/**
 * Sample variance with denominator n - 1, by two passes (no cancellation for a large mean).
 *
 * @throws NumericsError `E-TOO-FEW` for fewer than two values
 */
export function variance(sample: ArrayLike<number>): number {
  requireValues(sample, 2, "variance");
  const centre = mean(sample);
  const squares = new Float64Array(sample.length);
  for (let i = 0; i < sample.length; i++) {
    const deviation = sample[i]! - centre;
    squares[i] = deviation * deviation;
  }
  return compensatedSum(squares) / (sample.length - 1);
}

/** Square root of the sample variance (denominator n - 1); fewer than two values throw `E-TOO-FEW`. */
export function standardDeviation(sample: ArrayLike<number>): number {
  return Math.sqrt(variance(sample));
}

/**
 * Quantile of a sample that is already in increasing order: linear interpolation between order statistics at position
 * (n - 1) p, definition 7 of Hyndman and Fan, Am. Stat. 50 (1996) 361-365, doi:10.2307/2684934 (the default of R and NumPy).
 *
 * @param sorted increasing, NaN (if any) last as `Float64Array.sort` leaves them; one NaN makes the result NaN
 * @param p probability, from 0 to 1
 * @throws NumericsError `E-TOO-FEW` for an empty sample, `E-PROBABILITY` for p outside 0 to 1
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  requireValues(sorted, 1, "quantile");
  if (!(p >= 0 && p <= 1)) {
    throw new NumericsError(
      "E-PROBABILITY",
      `Cannot take quantile ${p} of a sample: a probability must be from 0 to 1`,
    );
  }
  if (Number.isNaN(sorted[sorted.length - 1]!)) return Number.NaN;
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const weight = position - below;
  // The upper neighbour may be infinite or absent; with weight 0 it must not be touched.
  return weight === 0 ? sorted[below]! : sorted[below]! + weight * (sorted[below + 1]! - sorted[below]!);
}

/**
 * Quantile of a sample in any order; see `quantileSorted` for the definition (type 7) and the errors.
 *
 * @param sample not changed; sort once and use `quantileSorted` when several quantiles are needed
 */
export function quantile(sample: ArrayLike<number>, p: number): number {
  return quantileSorted(Float64Array.from(sample).sort(), p);
}
