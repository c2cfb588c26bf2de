import { brent } from "@kinetamine/numerics";
import {
  fitAtTauSquared,
  traceOfP,
  traceOfProduct,
  type WeightedFit,
  type WeightedProblem,
  weightedResidualSum,
} from "../../least-squares/weighted-fit.ts";
import type { TauSquared } from "./tau-squared.ts";

/** Full or restricted maximum likelihood. */
export type LikelihoodKind = "ML" | "REML";

const LOG_TWO_PI = Math.log(2 * Math.PI);
const GRID_POINTS = 60;

/** Twice the derivative of the log likelihood by tau squared. */
export function likelihoodScore(fit: WeightedFit, kind: LikelihoodKind): number {
  const penalty = kind === "REML" ? traceOfP(fit) : fit.weights.reduce((sum, weight) => sum + weight, 0);
  return weightedResidualSum(fit, 2) - penalty;
}

/**
 * The log likelihood at the between-study variance of the fit.
 * @param fit weights 1 / (variance + tau squared)
 * @param options kind; designLogDeterminant is log det(X'X), which makes REML values of different designs comparable
 */
export function logLikelihood(
  fit: WeightedFit,
  { kind, designLogDeterminant = 0 }: { readonly kind: LikelihoodKind; readonly designLogDeterminant?: number },
): number {
  const k = fit.weights.length;
  const p = fit.basis.columns;
  const logWeights = fit.weights.reduce((sum, weight) => sum + Math.log(weight), 0);
  const common = logWeights - fit.residualSum;
  return kind === "ML"
    ? (common - k * LOG_TWO_PI) / 2
    : (common - (k - p) * LOG_TWO_PI + designLogDeterminant - fit.logDeterminant) / 2;
}

/**
 * The tau squared >= 0 with the highest likelihood. The likelihood can have several peaks, so every sign change of the score on a
 * grid is refined and the best peak taken; Fisher scoring alone may stop at the wrong one.
 * Source: Viechtbauer 2005, J Educ Behav Stat 30:261-293, equations 15 and 17.
 */
export function likelihoodEstimate(problem: WeightedProblem, kind: LikelihoodKind): TauSquared {
  const score = (tauSquared: number) => likelihoodScore(fitAtTauSquared(problem, tauSquared), kind);
  const height = (tauSquared: number) => logLikelihood(fitAtTauSquared(problem, tauSquared), { kind });
  const grid = searchGrid(problem, score);
  const scores = grid.map(score);
  const peaks: number[] = scores[0]! <= 0 ? [0] : [];
  for (let i = 1; i < grid.length; i++)
    if (scores[i - 1]! > 0 && scores[i]! <= 0)
      peaks.push(brent(score, { low: grid[i - 1]!, high: grid[i]!, tolerance: 1e-15 * grid[i]! }));
  const estimate = peaks.reduce((best, peak) => (height(peak) > height(best) ? peak : best));
  return { estimate, standardError: Math.sqrt(2 / information(fitAtTauSquared(problem, estimate), kind)) };
}

/** 0 and a geometric sequence up to a value at which the score is negative. */
function searchGrid({ effects, variances }: WeightedProblem, score: (tauSquared: number) => number): readonly number[] {
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
  const spread = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0);
  let top = spread + Math.max(...variances);
  while (score(top) > 0) top *= 4;
  const ratio = 1e-8 ** (1 / (GRID_POINTS - 1));
  const descending = Array.from({ length: GRID_POINTS }, (_, i) => top * ratio ** i);
  return [0, ...descending.reverse()];
}

/** Twice the expected information on tau squared. */
function information(fit: WeightedFit, kind: LikelihoodKind): number {
  if (kind === "REML")
    return traceOfProduct(
      fit,
      () => 1,
      () => 1,
    );
  return fit.weights.reduce((sum, weight) => sum + weight ** 2, 0);
}
