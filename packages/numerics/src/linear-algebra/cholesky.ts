import { NumericsError } from "../numerics-error.ts";

// A covariance written with a few decimals is symmetric to rounding only.
const symmetryTolerance = 1e-12;

function requireSymmetric(a: Float64Array, size: number): void {
  if (a.length !== size * size) {
    throw new NumericsError(
      "E-SHAPE",
      `Cannot factorise ${a.length} values as a ${size} x ${size} matrix: ${size * size} needed`,
    );
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const [below, above] = [a[i * size + j]!, a[j * size + i]!];
      if (Math.abs(below - above) <= symmetryTolerance * Math.max(Math.abs(below), Math.abs(above))) continue;
      throw new NumericsError(
        "E-NOT-SYMMETRIC",
        `Cannot take the Cholesky factor: element (${i + 1}, ${j + 1}) is ${below} but (${j + 1}, ${i + 1}) is ${above}, equal values needed`,
      );
    }
  }
}

/**
 * Cholesky factor of a symmetric positive definite matrix: the lower triangular L with L L' = A.
 *
 * @param a n x n, row-major; not changed
 * @returns L, n x n, row-major, zeros above the diagonal
 * @throws NumericsError `E-SHAPE`, `E-NOT-SYMMETRIC`, or `E-NOT-POSITIVE-DEFINITE` naming the pivot that is not positive
 */
export function cholesky(a: Float64Array, size: number): Float64Array {
  requireSymmetric(a, size);
  const l = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * size + k]! * l[j * size + k]!;
      if (i > j) l[i * size + j] = sum / l[j * size + j]!;
      else if (sum > 0 && Number.isFinite(sum)) l[i * size + i] = Math.sqrt(sum);
      else {
        throw new NumericsError(
          "E-NOT-POSITIVE-DEFINITE",
          `Cannot take the Cholesky factor: pivot ${i + 1} is ${sum}, a positive number needed`,
        );
      }
    }
  }
  return l;
}
