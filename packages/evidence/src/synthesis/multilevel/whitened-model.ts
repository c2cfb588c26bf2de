import { type LeastSquares, leastSquares } from "../least-squares/least-squares.ts";
import { at, dot, type Matrix, zeros } from "../least-squares/matrix.ts";
import { forwardSolve, logDeterminantOf, lowerFactor } from "../least-squares/solve-symmetric.ts";
import type { Block } from "./blocks.ts";

/** A random-intercept model of correlated effects, before its variances are known. */
export interface VarianceProblem {
  readonly effects: Float64Array;
  readonly design: Matrix;
  readonly blocks: readonly Block[];
  /** For each level, the group of each effect. */
  readonly levels: readonly (readonly string[])[];
}

/** The model at given variances, transformed so that the effects are independent with variance 1. */
export interface WhitenedModel extends LeastSquares {
  /** log det of the marginal covariance of the effects. */
  readonly logDeterminantOfCovariance: number;
  /** Lower Cholesky factor of each block's marginal covariance. */
  readonly factors: readonly Matrix[];
}

/** Fits by generalised least squares at the given variances, one for each level. */
export function whiten(problem: VarianceProblem, variances: readonly number[]): WhitenedModel {
  const { effects, design, blocks, levels } = problem;
  const [n, p] = [design.rows, design.columns];
  const scaled = zeros(n, p);
  const response = new Float64Array(n);
  let logDeterminantOfCovariance = 0;
  const factors = blocks.map((block) => {
    const { members } = block;
    const factor = lowerFactor(marginalCovariance(block, levels, variances));
    logDeterminantOfCovariance += logDeterminantOf(factor);
    const place = (values: Float64Array, set: (row: number, value: number) => void) => {
      forwardSolve(factor, values).forEach((value, i) => {
        set(members[i]!, value);
      });
    };
    place(
      Float64Array.from(members, (i) => effects[i]!),
      (row, value) => {
        response[row] = value;
      },
    );
    for (let j = 0; j < p; j++)
      place(
        Float64Array.from(members, (i) => at(design, i, j)),
        (row, value) => {
          scaled.values[row * p + j] = value;
        },
      );
    return factor;
  });
  return { ...leastSquares(scaled, response), logDeterminantOfCovariance, factors };
}

/** Sampling covariance plus, for each level, its variance wherever two effects share a group. */
export function marginalCovariance(
  { members, sampling }: Block,
  levels: readonly (readonly string[])[],
  variances: readonly number[],
): Matrix {
  const n = members.length;
  const covariance: Matrix = { rows: n, columns: n, values: sampling.values.slice() };
  levels.forEach((groups, level) => {
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        if (groups[members[i]!] === groups[members[j]!]) covariance.values[i * n + j]! += variances[level]!;
  });
  return covariance;
}

/** The indicator of one group of one level, whitened, within the block that holds it. */
export interface WhitenedGroup {
  readonly level: number;
  readonly block: number;
  /** On the members of the block. */
  readonly vector: Float64Array;
  /** Its product with the orthonormal basis of the whitened design. */
  readonly onBasis: Float64Array;
  /** Its product with the whitened residuals. */
  readonly onResiduals: number;
}

/** Every group of every level; a group never spans two blocks. */
export function whitenedGroups({ blocks, levels }: VarianceProblem, model: WhitenedModel): readonly WhitenedGroup[] {
  const p = model.basis.columns;
  return blocks.flatMap(({ members }, block) =>
    levels.flatMap((groups, level) =>
      [...new Set(members.map((i) => groups[i]!))].map((group) => {
        const indicator = Float64Array.from(members, (i) => (groups[i] === group ? 1 : 0));
        const vector = forwardSolve(model.factors[block]!, indicator);
        const onBasis = new Float64Array(p);
        members.forEach((row, i) => {
          for (let j = 0; j < p; j++) onBasis[j]! += at(model.basis, row, j) * vector[i]!;
        });
        const onResiduals = dot(
          vector,
          Float64Array.from(members, (row) => model.residuals[row]!),
        );
        return { level, block, vector, onBasis, onResiduals };
      }),
    ),
  );
}
