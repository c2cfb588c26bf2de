import {
  fitAtTauSquared,
  fitWithWeights,
  traceOfP,
  traceOfProduct,
  type WeightedProblem,
  weightedResidualSum,
} from "../../least-squares/weighted-fit.ts";
import type { TauSquared } from "./tau-squared.ts";

const one = () => 1;

/** DerSimonian & Laird 1986, Control Clin Trials 7:177-188; with moderators Raudenbush 2009. */
export function derSimonianLaird(problem: WeightedProblem): TauSquared {
  const fit = fitAtTauSquared(problem, 0);
  const trace = traceOfP(fit);
  const df = degreesOfFreedom(problem);
  const estimate = Math.max(0, (weightedResidualSum(fit, 1) - df) / trace);
  const variance = 2 * df + 4 * estimate * trace + 2 * estimate ** 2 * traceOfProduct(fit, one, one);
  return { estimate, standardError: Math.sqrt(variance) / trace };
}

/** Hunter & Schmidt 1990: divides by the sum of the weights and forgets the estimated mean, so it is too small. */
export function hunterSchmidt(problem: WeightedProblem): TauSquared {
  const fit = fitAtTauSquared(problem, 0);
  const weightSum = fit.weights.reduce((sum, weight) => sum + weight, 0);
  const estimate = Math.max(0, (weightedResidualSum(fit, 1) - problem.effects.length) / weightSum);
  const variance =
    2 * degreesOfFreedom(problem) + 4 * estimate * traceOfP(fit) + 2 * estimate ** 2 * traceOfProduct(fit, one, one);
  return { estimate, standardError: Math.sqrt(variance) / weightSum };
}

/** Hedges & Olkin 1985, p. 194: variance of the unweighted residuals less the mean sampling variance. */
export function hedgesOlkin(problem: WeightedProblem): TauSquared {
  const { variances } = problem;
  const fit = fitWithWeights(
    problem,
    variances.map(() => 1),
  );
  const df = degreesOfFreedom(problem);
  let trace = 0;
  for (let i = 0; i < variances.length; i++) trace += variances[i]! * (1 - fit.leverages[i]!);
  const estimate = Math.max(0, (weightedResidualSum(fit, 1) - trace) / df);
  const sampling = (i: number) => variances[i]!;
  const variance = 2 * traceOfProduct(fit, sampling, sampling) + 4 * estimate * trace + 2 * estimate ** 2 * df;
  return { estimate, standardError: Math.sqrt(variance) / df };
}

/** Sidik & Jonkman 2005, Appl Stat 54:367-384: one step from the variance of the effects, so it is above 0 unless all are equal. */
export function sidikJonkman(problem: WeightedProblem): TauSquared {
  const { effects, variances } = problem;
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
  const start = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / effects.length;
  const fit = fitAtTauSquared(problem, start);
  const df = degreesOfFreedom(problem);
  const estimate = (start * weightedResidualSum(fit, 1)) / df;
  const sampling = (i: number) => variances[i]!;
  const variance =
    2 * traceOfProduct(fit, sampling, sampling) +
    4 * estimate * traceOfProduct(fit, sampling, one) +
    2 * estimate ** 2 * traceOfProduct(fit, one, one);
  return { estimate, standardError: (start / df) * Math.sqrt(variance) };
}

/** Studies less coefficients. */
export function degreesOfFreedom({ design }: WeightedProblem): number {
  return design.rows - design.columns;
}
