import { NumericsError } from "../numerics-error.ts";
import type { Distribution } from "./distribution.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { requireNumber, requireProbability } from "./require-domain.ts";
import { binomialKernel } from "./saddle-point.ts";

/** A probability this close, relatively, to a step of the cdf counts as reaching it; the cdf itself is not more exact. */
const STEP_SLACK = 64 * Number.EPSILON;

/**
 * The number of successes in independent trials.
 * The mass is 0 between whole numbers; `quantile` is the smallest whole k with P(X <= k) >= p, with a slack of 64 machine epsilons.
 * @param parameters trials, a whole number >= 0; probability of success, from 0 to 1
 * @throws NumericsError `E-PARAMETER` or `E-PROBABILITY`
 * Source: Abramowitz & Stegun 1964, 26.5.24.
 */
export function binomial(parameters: { readonly trials: number; readonly probability: number }): Distribution {
  const { trials, probability: p } = parameters;
  if (!(Number.isSafeInteger(trials) && trials >= 0))
    throw new NumericsError(
      "E-PARAMETER",
      `Cannot build the binomial distribution: trials is ${trials}, must be a whole number of at least 0`,
    );
  requireProbability(p, "the probability of success");
  const tails = (x: number) => {
    requireNumber(x);
    const k = Math.floor(x);
    if (k < 0) return { lower: 0, upper: 1 };
    if (k >= trials) return { lower: 1, upper: 0 };
    const { lower, upper } = incompleteBeta({ a: k + 1, b: trials - k }, { x: p, y: 1 - p });
    return { lower: upper, upper: lower };
  };
  return {
    density: (x) => {
      requireNumber(x);
      if (!Number.isInteger(x) || x < 0 || x > trials) return 0;
      return binomialKernel({ successes: x, failures: trials - x, p, q: 1 - p });
    },
    cdf: (x) => tails(x).lower,
    upperTail: (x) => tails(x).upper,
    quantile: (wanted) => {
      requireProbability(wanted);
      return firstCount(trials, (k) => tails(k).lower >= wanted * (1 - STEP_SLACK));
    },
    upperQuantile: (wanted) => {
      requireProbability(wanted);
      return firstCount(trials, (k) => tails(k).upper <= wanted * (1 + STEP_SLACK));
    },
  };
}

/** The smallest count from 0 to `largest` that fulfils a condition which, once true, stays true. */
function firstCount(largest: number, isReached: (count: number) => boolean): number {
  let low = 0;
  let high = largest;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
