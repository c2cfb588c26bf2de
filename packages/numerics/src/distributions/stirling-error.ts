import { logGammaOnePlus } from "./log-gamma.ts";
import { stirlingSeries } from "./stirling-series.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** (n + 1/2) log(1 + 1/n) - 1 by the series of atanh, for n >= 1. */
function stepDown(n: number): number {
  const square = 1 / (2 * n + 1) ** 2;
  let power = square;
  let sum = 0;
  for (let k = 3; power / k > 1e-18 * sum || k === 3; k += 2) {
    sum += power / k;
    power *= square;
  }
  return sum;
}

/**
 * What Stirling's formula misses: log n! - log(sqrt(2 pi n) (n/e)^n), for real n above 0.
 * Source: Loader 2000, "Fast and accurate computation of binomial probabilities", section 2.
 */
export function stirlingError(n: number): number {
  if (n < 1) return logGammaOnePlus(n) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
  let raised = n;
  let correction = 0;
  while (raised < 10) {
    correction += stepDown(raised);
    raised += 1;
  }
  return correction + stirlingSeries(raised);
}
