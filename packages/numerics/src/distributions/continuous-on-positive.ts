import type { Distribution } from "./distribution.ts";
import { requireNumber, requireProbability } from "./require-domain.ts";

/** The parts a continuous distribution on x > 0 shares: guards, ends of the support, and inversion in the smaller tail. */
export function continuousOnPositive(parts: {
  readonly tails: (x: number) => { readonly lower: number; readonly upper: number };
  readonly invert: (probability: number, direction: 1 | -1) => number;
  readonly end?: number;
}): Omit<Distribution, "density"> {
  const { tails, invert, end = Number.POSITIVE_INFINITY } = parts;
  const solve = (probability: number, direction: 1 | -1): number => {
    requireProbability(probability);
    if (probability === 0) return direction === 1 ? 0 : end;
    if (probability === 1) return direction === 1 ? end : 0;
    // 1 - p is exact for p >= 1/2, and the smaller tail is the better conditioned one.
    return probability > 0.5 ? invert(1 - probability, direction === 1 ? -1 : 1) : invert(probability, direction);
  };
  return {
    cdf: (x) => {
      requireNumber(x);
      return tails(x).lower;
    },
    upperTail: (x) => {
      requireNumber(x);
      return tails(x).upper;
    },
    quantile: (probability) => solve(probability, 1),
    upperQuantile: (probability) => solve(probability, -1),
  };
}
