import {
  at,
  dot,
  type Matrix,
  multiply,
  multiplyVector,
  submatrix,
  transpose,
  zeros,
} from "../least-squares/matrix.ts";
import { backwardSolve, forwardSolve, lowerFactor } from "../least-squares/solve-symmetric.ts";
import { inverseSquareRoot } from "../least-squares/symmetric-eigen.ts";
import type { MultilevelFit } from "./fit-multilevel.ts";
import { marginalCovariance } from "./whitened-model.ts";

/** What each cluster contributes to the sandwich. */
export interface ClusterScores {
  /** X' W A e of each cluster: p numbers. */
  readonly totals: readonly Float64Array[];
  /** A' W X of each cluster: members x p. */
  readonly loadings: readonly Matrix[];
  /** The working covariance of each cluster. */
  readonly working: readonly Matrix[];
  /** The rows of the design of each cluster. */
  readonly designs: readonly Matrix[];
}

type Members = readonly (readonly number[])[];

/** Scores without adjustment, for CR0 and CR1. */
export function plainScores(fit: MultilevelFit, clusters: Members): ClusterScores {
  return scoresWith(fit, clusters, (_, weighted) => weighted);
}

/**
 * Scores with the CR2 adjustment A = D' B^(-1/2) D, where D'D = Phi is the working covariance and
 * B = D (Phi - X M X') D', so that the sandwich is unbiased under the working model.
 */
export function adjustedScores(fit: MultilevelFit, clusters: Members): ClusterScores {
  return scoresWith(fit, clusters, ({ working, design }, weighted) => {
    const upper = transpose(lowerFactor(working));
    const fitted = multiply(multiply(design, fit.covariance), transpose(design));
    const left = { ...working, values: working.values.map((value, i) => value - fitted.values[i]!) };
    const root = inverseSquareRoot(multiply(multiply(upper, left), transpose(upper)));
    // A is symmetric, so A' W X is A times W X.
    return multiply(transpose(upper), multiply(root, multiply(upper, weighted)));
  });
}

type Adjust = (cluster: { readonly working: Matrix; readonly design: Matrix }, weighted: Matrix) => Matrix;

function scoresWith(fit: MultilevelFit, clusters: Members, adjust: Adjust): ClusterScores {
  const { matrix } = fit.design;
  const columns = Array.from({ length: matrix.columns }, (_, j) => j);
  const designs = clusters.map((members) => submatrix(matrix, { rows: members, columns }));
  const working = clusters.map((members) => workingCovariance(fit, members));
  const loadings = designs.map((design, index) =>
    adjust({ working: working[index]!, design }, solveColumns(working[index]!, design)),
  );
  const totals = loadings.map((loading, index) => {
    const residuals = Float64Array.from(clusters[index]!, (i) => fit.problem.effects[i]! - fittedAt(fit, i));
    return multiplyVector(transpose(loading), residuals);
  });
  return { totals, loadings, working, designs };
}

function fittedAt(fit: MultilevelFit, i: number): number {
  return fit.model.coefficients.reduce((sum, coefficient, j) => sum + coefficient * at(fit.design.matrix, i, j), 0);
}

/** The marginal covariance of the effects of one cluster, which holds whole blocks. */
function workingCovariance({ problem, variances }: MultilevelFit, members: readonly number[]): Matrix {
  const result = zeros(members.length, members.length);
  const estimates = variances.map(({ estimate }) => estimate);
  for (const block of problem.blocks) {
    if (!members.includes(block.members[0]!)) continue;
    const covariance = marginalCovariance(block, problem.levels, estimates);
    block.members.forEach((first, i) => {
      block.members.forEach((second, j) => {
        result.values[members.indexOf(first) * members.length + members.indexOf(second)] = at(covariance, i, j);
      });
    });
  }
  return result;
}

/** A^-1 B for a symmetric positive definite A. */
function solveColumns(a: Matrix, b: Matrix): Matrix {
  const factor = lowerFactor(a);
  const result = zeros(b.rows, b.columns);
  for (let j = 0; j < b.columns; j++) {
    const column = Float64Array.from({ length: b.rows }, (_, i) => at(b, i, j));
    backwardSolve(factor, forwardSolve(factor, column)).forEach((value, i) => {
      result.values[i * b.columns + j] = value;
    });
  }
  return result;
}

/**
 * Degrees of freedom of the robust variance of one coefficient, by matching its mean and variance under the working model.
 * Source: Pustejovsky & Tipton 2018, equation 11; Bell & McCaffrey 2002.
 */
export function satterthwaite(fit: MultilevelFit, { loadings, working, designs }: ClusterScores, j: number): number {
  const { covariance } = fit;
  const direction = Float64Array.from({ length: covariance.rows }, (_, i) => at(covariance, i, j));
  const vectors = loadings.map((loading) => multiplyVector(loading, direction));
  // The covariance of residuals of clusters i and j is (i = j) Phi - X_i M X_j'.
  const onDesign = vectors.map((vector, i) => multiplyVector(transpose(designs[i]!), vector));
  let mean = 0;
  let squares = 0;
  vectors.forEach((vector, i) => {
    const own = dot(vector, multiplyVector(working[i]!, vector));
    const spread = multiplyVector(covariance, onDesign[i]!);
    onDesign.forEach((other, l) => {
      const product = (i === l ? own : 0) - dot(spread, other);
      squares += product ** 2;
      if (i === l) mean += product;
    });
  });
  return mean ** 2 / squares;
}
