import type { Distribution } from "./distribution.ts";
import { gammaDistribution } from "./gamma.ts";
import { requirePositive } from "./require-domain.ts";

/**
 * The chi-squared distribution, a gamma distribution of shape df / 2 and rate 1/2.
 * @param degreesOfFreedom above 0, not necessarily whole
 * @throws NumericsError `E-PARAMETER` when the degrees of freedom are not finite and above 0
 * Source: Abramowitz & Stegun 1964, 26.4.
 */
export function chiSquared(degreesOfFreedom: number): Distribution {
  requirePositive(degreesOfFreedom, "degrees of freedom");
  return gammaDistribution({ shape: degreesOfFreedom / 2, rate: 0.5 });
}
