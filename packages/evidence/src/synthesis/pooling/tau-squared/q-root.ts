import { brent } from "@kinetamine/numerics";
import { EvidenceError } from "../../../checks/evidence-error.ts";
import { fitAtTauSquared, type WeightedProblem, weightedResidualSum } from "../../least-squares/weighted-fit.ts";

/** The generalised Q statistic at a between-study variance; it falls as tau squared grows. */
export function generalisedQ(problem: WeightedProblem, tauSquared: number): number {
  return weightedResidualSum(fitAtTauSquared(problem, tauSquared), 1);
}

/**
 * The tau squared at which the generalised Q statistic takes the wanted value; 0 when it is already below it at 0.
 * @throws EvidenceError `evidence-synthesis-no-convergence` when no finite tau squared brings Q that low
 */
export function tauSquaredAtQ(problem: WeightedProblem, wanted: number): number {
  if (generalisedQ(problem, 0) <= wanted) return 0;
  let high = Math.max(...problem.variances);
  while (generalisedQ(problem, high) > wanted) {
    high *= 2;
    if (high > 1e300)
      throw new EvidenceError("evidence-synthesis-no-convergence", "find the tau squared that gives a value of Q", [
        { path: "Q", found: `above ${wanted} for every tau squared`, required: "to fall below it" },
      ]);
  }
  // Relative precision near 1e-15: Q is smooth and monotone here.
  return brent((tauSquared) => generalisedQ(problem, tauSquared) - wanted, { low: 0, high, tolerance: 1e-15 * high });
}
