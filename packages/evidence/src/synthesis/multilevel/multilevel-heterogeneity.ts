import { at, dot, type Matrix, submatrix } from "../least-squares/matrix.ts";
import { forwardSolve, lowerFactor } from "../least-squares/solve-symmetric.ts";
import { type VarianceProblem, whiten } from "./whitened-model.ts";

/** Q under the sampling covariances alone, and I squared split by level. */
export interface SplitHeterogeneity {
  readonly q: number;
  /** [%] */
  readonly total: number;
  /** One for each level [%]. */
  readonly shares: readonly number[];
}

/**
 * I squared of several levels: each variance over the sum of all variances and the sampling variance of a typical effect.
 * Source: Nakagawa & Santos 2012, Evol Ecol 26:1253-1274; typical variance as Higgins & Thompson 2002, with correlated sampling errors.
 */
export function splitHeterogeneity(problem: VarianceProblem, variances: readonly number[]): SplitHeterogeneity {
  const alone = whiten(
    problem,
    variances.map(() => 0),
  );
  const { rows: n, columns: p } = problem.design;
  const typical = (n - p) / traceOfP(problem, alone.basis);
  const sum = variances.reduce((total, variance) => total + variance, 0);
  const share = (variance: number) => (100 * variance) / (sum + typical);
  return { q: alone.residualSum, total: share(sum), shares: variances.map(share) };
}

/** The trace of L^-T (I - Q Q') L^-1, column by column of L^-1. */
function traceOfP({ blocks }: VarianceProblem, basis: Matrix): number {
  let trace = 0;
  for (const { members, sampling } of blocks) {
    const factor = lowerFactor(sampling);
    const rows = submatrix(basis, { rows: members, columns: Array.from({ length: basis.columns }, (_, j) => j) });
    members.forEach((_, position) => {
      const unit = new Float64Array(members.length);
      unit[position] = 1;
      const column = forwardSolve(factor, unit);
      trace += dot(column, column);
      for (let j = 0; j < basis.columns; j++) {
        let onBasis = 0;
        for (let i = 0; i < members.length; i++) onBasis += at(rows, i, j) * column[i]!;
        trace -= onBasis ** 2;
      }
    });
  }
  return trace;
}
