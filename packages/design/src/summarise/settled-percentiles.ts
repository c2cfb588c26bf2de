/** Whether a percentile would stay where it is if other virtual patients were drawn. */

/** Two-sided 95 % point of the standard normal distribution. */
const normal95 = 1.959964;

/**
 * Width of the distribution-free 95 % interval of a quantile, from order statistics: their ranks are
 * n p ± 1.96 sqrt(n p (1 - p)), each rounded up (Conover, Practical Nonparametric Statistics, 3rd ed., 1999, section 3.2).
 * @param sorted increasing
 * @param p probability of the quantile, between 0 and 1
 * @returns upper minus lower end, infinite when the sample is too small (72 or fewer for the 5th percentile)
 */
export function quantileIntervalWidth(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  const half = normal95 * Math.sqrt(n * p * (1 - p));
  const lower = sorted[Math.ceil(n * p - half) - 1];
  const upper = sorted[Math.ceil(n * p + half) - 1];
  return lower === undefined || upper === undefined ? Number.POSITIVE_INFINITY : upper - lower;
}

/**
 * The widest interval among the 5th, 50th and 95th percentile, as a share of the distance from the 5th to the 95th.
 * @param sorted increasing
 * @param range distance from the 5th to the 95th percentile
 * @returns 0 when the sample does not vary
 */
export function unsettledShare(sorted: ArrayLike<number>, range: number): number {
  const lowest = sorted[0] ?? Number.NaN;
  const highest = sorted[sorted.length - 1] ?? Number.NaN;
  // Numbers that agree to solver accuracy do not vary, whatever their last digits.
  if (highest - lowest <= 1e-6 * Math.max(Math.abs(lowest), Math.abs(highest))) return 0;
  return Math.max(...[0.05, 0.5, 0.95].map((p) => quantileIntervalWidth(sorted, p))) / range;
}
