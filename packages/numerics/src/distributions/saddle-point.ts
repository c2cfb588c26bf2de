import { poissonDeviance } from "./deviance.ts";
import { stirlingError } from "./stirling-error.ts";

const TWO_PI = 2 * Math.PI;

/**
 * m^x e^-m / Gamma(x + 1) for real x >= 0 and m > 0: the Poisson probability continued to real x.
 * Relative error stays near 1e-15 times the size of the exponent, also for large x and m.
 * Source: Loader 2000, equation 3.
 */
export function poissonKernel(x: number, m: number): number {
  if (x === 0) return Math.exp(-m);
  return Math.exp(-stirlingError(x) - poissonDeviance(x, m)) / Math.sqrt(TWO_PI * x);
}

/** Success and failure counts (real, >= 0) with the probabilities of both; `q` is given and not computed as `1 - p`. */
export interface BinomialPoint {
  readonly successes: number;
  readonly failures: number;
  readonly p: number;
  readonly q: number;
}

/**
 * Gamma(n + 1) / (Gamma(s + 1) Gamma(f + 1)) p^s q^f with n = s + f: the binomial probability continued to real counts.
 * Source: Loader 2000, equation 4.
 */
export function binomialKernel({ successes, failures, p, q }: BinomialPoint): number {
  const n = successes + failures;
  if (p === 0) return successes === 0 ? 1 : 0;
  if (q === 0) return failures === 0 ? 1 : 0;
  if (successes === 0) return Math.exp(n * logOf(q, p));
  if (failures === 0) return Math.exp(n * logOf(p, q));
  const exponent =
    stirlingError(n) -
    stirlingError(successes) -
    stirlingError(failures) -
    poissonDeviance(successes, n * p) -
    poissonDeviance(failures, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (TWO_PI * successes * failures));
}

/** log(value), using the complement when value is close to 1. */
function logOf(value: number, complement: number): number {
  return complement < 0.5 ? Math.log1p(-complement) : Math.log(value);
}
