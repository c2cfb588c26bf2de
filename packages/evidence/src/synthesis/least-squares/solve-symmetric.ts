import { cholesky } from "@kinetamine/numerics";
import type { Matrix } from "./matrix.ts";

/** The lower triangular L with L L' = A. @throws NumericsError `E-NOT-POSITIVE-DEFINITE` */
export function lowerFactor(a: Matrix): Matrix {
  return { rows: a.rows, columns: a.rows, values: cholesky(a.values, a.rows) };
}

/** The x with L x = b for a lower triangular L. */
export function forwardSolve(l: Matrix, b: Float64Array): Float64Array {
  const n = l.rows;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let j = 0; j < i; j++) sum -= l.values[i * n + j]! * x[j]!;
    x[i] = sum / l.values[i * n + i]!;
  }
  return x;
}

/** The x with L' x = b for a lower triangular L. */
export function backwardSolve(l: Matrix, b: Float64Array): Float64Array {
  const n = l.rows;
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let j = i + 1; j < n; j++) sum -= l.values[j * n + i]! * x[j]!;
    x[i] = sum / l.values[i * n + i]!;
  }
  return x;
}

/** The x with A x = b for a symmetric positive definite A. @throws NumericsError `E-NOT-POSITIVE-DEFINITE` */
export function solveSymmetric(a: Matrix, b: Float64Array): Float64Array {
  const l = lowerFactor(a);
  return backwardSolve(l, forwardSolve(l, b));
}

/** log det(A) of the matrix with the given lower factor. */
export function logDeterminantOf(l: Matrix): number {
  let sum = 0;
  for (let i = 0; i < l.rows; i++) sum += 2 * Math.log(l.values[i * l.rows + i]!);
  return sum;
}
