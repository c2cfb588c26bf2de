import type { WeightedProblem } from "../../least-squares/weighted-fit.ts";
import { derSimonianLaird, hedgesOlkin, hunterSchmidt, sidikJonkman } from "./closed-forms.ts";
import { likelihoodEstimate } from "./likelihood.ts";
import { pauleMandel } from "./paule-mandel.ts";
import type { TauSquared } from "./tau-squared.ts";

/**
 * Estimators of the between-study variance: DerSimonian-Laird, Paule-Mandel, restricted and full maximum likelihood, Sidik-Jonkman,
 * Hedges-Olkin, empirical Bayes (the same value as Paule-Mandel) and Hunter-Schmidt (biased downwards; for comparison only).
 */
export const tauSquaredEstimators = ["DL", "PM", "REML", "ML", "SJ", "HE", "EB", "HS"] as const;
export type TauSquaredEstimator = (typeof tauSquaredEstimators)[number];

const estimators: Readonly<Record<TauSquaredEstimator, (problem: WeightedProblem) => TauSquared>> = {
  DL: derSimonianLaird,
  HE: hedgesOlkin,
  HS: hunterSchmidt,
  SJ: sidikJonkman,
  PM: pauleMandel,
  EB: pauleMandel,
  ML: (problem) => likelihoodEstimate(problem, "ML"),
  REML: (problem) => likelihoodEstimate(problem, "REML"),
};

/**
 * The between-study variance left after the moderators of the design; 0 where there are no more studies than coefficients.
 * @throws EvidenceError `evidence-synthesis-invalid` when the columns of the design depend on each other
 * Source: Viechtbauer 2005, J Educ Behav Stat 30:261-293; Veroniki et al. 2016, Res Synth Methods 7:55-79.
 */
export function estimateTauSquared(problem: WeightedProblem, estimator: TauSquaredEstimator): TauSquared {
  const { rows, columns } = problem.design;
  return rows > columns ? estimators[estimator](problem) : { estimate: 0, standardError: Number.NaN };
}
