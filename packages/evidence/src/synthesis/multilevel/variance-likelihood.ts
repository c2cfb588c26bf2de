import { dot, type Matrix, zeros } from "../least-squares/matrix.ts";
import {
  type VarianceProblem,
  type WhitenedGroup,
  type WhitenedModel,
  whiten,
  whitenedGroups,
} from "./whitened-model.ts";

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
  const removed = kind === "REML" ? 1 : 0;
  const gradient = new Float64Array(problem.levels.length);
  for (const { level, vector, onBasis, onResiduals } of groups)
    gradient[level]! += (onResiduals ** 2 - dot(vector, vector) + removed * dot(onBasis, onBasis)) / 2;
  return {
    variances,
    model,
    logLikelihood: logLikelihoodAt(model, kind, designLogDeterminant),
    gradient,
    information: expectedInformation(groups, { levels: problem.levels.length, removed }),
  };
}

/**
 * Half the sum over pairs of groups of (u'v - removed b'c)^2, where u'v is 0 across blocks. Pairs across blocks need no visit: the sum of
 * (b'c)^2 over all pairs is the trace of the product of the sums of bb' and cc'.
 */
function expectedInformation(
  groups: readonly WhitenedGroup[],
  { levels: m, removed }: { readonly levels: number; readonly removed: number },
): Matrix {
  const information = zeros(m, m);
  const outer = Array.from({ length: m }, (_, level) =>
    sumOfOuterProducts(groups.filter((group) => group.level === level)),
  );
  for (let a = 0; a < m; a++)
    for (let b = 0; b < m; b++) information.values[a * m + b] = (removed * dot(outer[a]!, outer[b]!)) / 2;
  const byBlock = new Map<number, WhitenedGroup[]>();
  for (const group of groups) byBlock.set(group.block, [...(byBlock.get(group.block) ?? []), group]);
  for (const members of byBlock.values())
    for (const first of members)
      for (const second of members) {
        const direct = dot(first.vector, second.vector);
        const onBasis = removed * dot(first.onBasis, second.onBasis);
        information.values[first.level * m + second.level]! += (direct * (direct - 2 * onBasis)) / 2;
      }
  return information;
}

function sumOfOuterProducts(groups: readonly WhitenedGroup[]): Float64Array {
  const p = groups[0]!.onBasis.length;
  const sum = new Float64Array(p * p);
  for (const { onBasis } of groups)
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) sum[i * p + j]! += onBasis[i]! * onBasis[j]!;
  return sum;
}
