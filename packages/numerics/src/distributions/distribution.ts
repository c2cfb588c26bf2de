/** A probability distribution on the real line with its parameters fixed. Both tails are first-class, so that a p-value of 1e-30 keeps its digits. */
export interface Distribution {
  /** Density, or probability mass for a discrete distribution, at `x`. */
  readonly density: (x: number) => number;
  /** P(X <= x). */
  readonly cdf: (x: number) => number;
  /** P(X > x), computed on its own and not as `1 - cdf(x)`. */
  readonly upperTail: (x: number) => number;
  /** The smallest x with P(X <= x) >= p, for `probability` p in [0, 1]. */
  readonly quantile: (probability: number) => number;
  /** The x with P(X > x) = p, for `probability` p in [0, 1]; accurate where `quantile(1 - p)` is not. */
  readonly upperQuantile: (probability: number) => number;
}
