import type { Matrix } from "../least-squares/matrix.ts";
import { dot, zeros } from "../least-squares/matrix.ts";
import { type VarianceProblem, type WhitenedModel, whiten, whitenedGroups } from "./whitened-model.ts";

/** Full or restricted maximum likelihood. */
export type LikelihoodKind = "ML" | "REML";

/** The log likelihood with its first derivatives and expected information, at given variances. */
export interface LikelihoodPoint {
  readonly variances: readonly number[];
  readonly model: WhitenedModel;
  readonly logLikelihood: number;
  /** By each variance. */
  readonly gradient: Float64Array;
  /** Levels x levels. */
  readonly information: Matrix;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** The log likelihood alone, which is cheap. */
export function logLikelihoodAt(model: WhitenedModel, kind: LikelihoodKind, designLogDeterminant: number): number {
  const n = model.residuals.length;
  const p = model.coefficients.length;
  const common = -model.logDeterminantOfCovariance - model.residualSum;
  return kind === "ML"
    ? (common - n * LOG_TWO_PI) / 2
    : (common - (n - p) * LOG_TWO_PI + designLogDeterminant - model.logDeterminant) / 2;
}

/**
 * The log likelihood and its derivatives by the variances of the levels.
 * With P the projection of generalised least squares and Z the indicators of a level, the gradient is (y'PZZ'Py - tr(Z'PZ)) / 2 and the
 * expected information tr(Z1'PZ2 Z2'PZ1) / 2; under ML the inverse covariance stands in for P in the traces.
 * Source: Searle, Casella & McCulloch 1992, Variance Components, section 6.6.
 */
export function likelihoodPoint(
  problem: VarianceProblem,
  variances: readonly number[],
  { kind, designLogDeterminant = 0 }: { readonly kind: LikelihoodKind; readonly designLogDeterminant?: number },
): LikelihoodPoint {
  const model = whiten(problem, variances);
  const groups = whitenedGroups(problem, model);
  const m = problem.levels.length;
  const gradient = new Float64Array(m);
  const information = zeros(m, m);
  const removed = kind === "REML" ? 1 : 0;
  groups.forEach((first) => {
    const own = dot(first.vector, first.vector) - removed * dot(first.onBasis, first.onBasis);
    gradient[first.level]! += (first.onResiduals ** 2 - own) / 2;
    for (const second of groups) {
      const direct = first.block === second.block ? dot(first.vector, second.vector) : 0;
      const product = direct - removed * dot(first.onBasis, second.onBasis);
      information.values[first.level * m + second.level]! += product ** 2 / 2;
    }
  });
  return { variances, model, logLikelihood: logLikelihoodAt(model, kind, designLogDeterminant), gradient, information };
}
