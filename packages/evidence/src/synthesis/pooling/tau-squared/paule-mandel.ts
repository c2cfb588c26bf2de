import { fitAtTauSquared, type WeightedProblem } from "../../least-squares/weighted-fit.ts";
import { degreesOfFreedom } from "./closed-forms.ts";
import { tauSquaredAtQ } from "./q-root.ts";
import type { TauSquared } from "./tau-squared.ts";

/**
 * The tau squared at which Q equals its expectation, studies less coefficients.
 * Source: Paule & Mandel 1982, J Res Natl Bur Stand 87:377-385; empirical Bayes (Morris 1983) has the same solution.
 */
export function pauleMandel(problem: WeightedProblem): TauSquared {
  const df = degreesOfFreedom(problem);
  const estimate = tauSquaredAtQ(problem, df);
  const weightSum = fitAtTauSquared(problem, estimate).weights.reduce((sum, weight) => sum + weight, 0);
  const k = problem.effects.length;
  return { estimate, standardError: Math.sqrt((2 * k ** 2) / df) / weightSum };
}
