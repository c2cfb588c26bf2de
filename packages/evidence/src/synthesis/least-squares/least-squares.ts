import { EvidenceError } from "../../checks/evidence-error.ts";
import { at, type Matrix, zeros } from "./matrix.ts";

/** A least-squares fit of a response on the columns of a design, both already scaled to unit variance ("whitened"). */
export interface LeastSquares {
  /** One for each column of the design. */
  readonly coefficients: Float64Array;
  /** (X'X)^-1 of the whitened design, p x p. */
  readonly covariance: Matrix;
  /** An orthonormal basis of the whitened design, n x p. */
  readonly basis: Matrix;
  /** What the fit leaves, on the whitened scale. */
  readonly residuals: Float64Array;
  /** Their sum of squares. */
  readonly residualSum: number;
  /** log det(X'X) of the whitened design. */
  readonly logDeterminant: number;
}

/** A column that keeps less than this of its length after the earlier columns are removed is taken to depend on them. */
const DEPENDENT = 1e-10;

/**
 * Least squares by an orthogonal basis (Gram-Schmidt, each step done twice), which never forms X'X and so keeps the digits of
 * moderators like calendar years.
 * @param design n x p, whitened
 * @param response n, whitened
 * @throws EvidenceError `evidence-synthesis-invalid` when a column depends on the others
 * Source: Bjorck 1994, Linear Algebra Appl 197-198:297-316 ("twice is enough").
 */
export function leastSquares(design: Matrix, response: Float64Array): LeastSquares {
  const { rows: n, columns: p } = design;
  const basis: Matrix = { rows: n, columns: p, values: design.values.slice() };
  const triangle = zeros(p, p);
  const projections = new Float64Array(p);
  const residuals = response.slice();
  let logDeterminant = 0;
  for (let j = 0; j < p; j++) {
    const length = orthogonalise(basis, triangle, j);
    triangle.values[j * p + j] = length;
    logDeterminant += 2 * Math.log(length);
  }
  for (let pass = 0; pass < 2; pass++)
    for (let j = 0; j < p; j++) {
      let projection = 0;
      for (let i = 0; i < n; i++) projection += at(basis, i, j) * residuals[i]!;
      for (let i = 0; i < n; i++) residuals[i]! -= projection * at(basis, i, j);
      projections[j]! += projection;
    }
  const inverse = invertTriangle(triangle);
  let residualSum = 0;
  for (const residual of residuals) residualSum += residual * residual;
  return {
    coefficients: Float64Array.from({ length: p }, (_, i) => rowDot(inverse, i, projections)),
    covariance: timesTranspose(inverse),
    basis,
    residuals,
    residualSum,
    logDeterminant,
  };
}

/** Makes column j orthogonal to the columns before it and of length 1; returns the length it had left. */
function orthogonalise(basis: Matrix, triangle: Matrix, j: number): number {
  const { rows: n, columns: p, values } = basis;
  const before = columnLength(basis, j);
  for (let pass = 0; pass < 2; pass++)
    for (let l = 0; l < j; l++) {
      let projection = 0;
      for (let i = 0; i < n; i++) projection += at(basis, i, l) * at(basis, i, j);
      for (let i = 0; i < n; i++) values[i * p + j]! -= projection * at(basis, i, l);
      triangle.values[l * p + j]! += projection;
    }
  const length = columnLength(basis, j);
  if (!(length > DEPENDENT * before))
    throw new EvidenceError("evidence-synthesis-invalid", "fit a model to the effects", [
      {
        path: `column ${j + 1} of the design`,
        found: "a combination of the columns before it",
        required: "independent of them",
      },
    ]);
  for (let i = 0; i < n; i++) values[i * p + j]! /= length;
  return length;
}

function columnLength(matrix: Matrix, j: number): number {
  let sum = 0;
  for (let i = 0; i < matrix.rows; i++) sum += at(matrix, i, j) ** 2;
  return Math.sqrt(sum);
}

/** The inverse of an upper triangular matrix. */
function invertTriangle(triangle: Matrix): Matrix {
  const p = triangle.rows;
  const inverse = zeros(p, p);
  for (let j = 0; j < p; j++) {
    inverse.values[j * p + j] = 1 / at(triangle, j, j);
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let l = i + 1; l <= j; l++) sum += at(triangle, i, l) * at(inverse, l, j);
      inverse.values[i * p + j] = -sum / at(triangle, i, i);
    }
  }
  return inverse;
}

function timesTranspose(matrix: Matrix): Matrix {
  const p = matrix.rows;
  const product = zeros(p, p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let l = 0; l < p; l++) sum += at(matrix, i, l) * at(matrix, j, l);
      product.values[i * p + j] = sum;
    }
  return product;
}

function rowDot(matrix: Matrix, i: number, vector: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j++) sum += at(matrix, i, j) * vector[j]!;
  return sum;
}
