import { logGammaRise } from "@kinetamine/numerics";
import { requireAll } from "./require-value.ts";

/**
 * The factor that removes the small-sample bias of a standardised mean difference, in its exact form
 * Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)), not the usual approximation 1 - 3/(4m - 1).
 * @param degreesOfFreedom m of the standard deviation that was used, above 1
 * @throws EvidenceError `evidence-synthesis-invalid` when m is not above 1
 * Source: Hedges 1981, J Educ Stat 6:107-128, equation 6e.
 */
export function hedgesCorrection(degreesOfFreedom: number): number {
  requireAll("correct a standardised mean difference for small samples", [
    [degreesOfFreedom > 1, "degreesOfFreedom", degreesOfFreedom, "above 1"],
  ]);
  return Math.exp(logGammaRise(0.5, (degreesOfFreedom - 1) / 2)) / Math.sqrt(degreesOfFreedom / 2);
}
