import { at, type Matrix, zeros } from "./matrix.ts";

/** Eigenvalues of a symmetric matrix, and its eigenvectors as columns. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

const SWEEPS = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, which get even small eigenvalues right.
 * @param matrix symmetric; only its lower triangle and diagonal need be exact
 * Source: Golub & Van Loan 2013, Matrix Computations, section 8.5.
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  const n = matrix.rows;
  const a: Matrix = { rows: n, columns: n, values: matrix.values.slice() };
  const vectors = zeros(n, n);
  for (let i = 0; i < n; i++) vectors.values[i * n + i] = 1;
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a) > 0; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, [p, q]);
  return { values: Float64Array.from({ length: n }, (_, i) => at(a, i, i)), vectors };
}

/** The sum of squares off the diagonal, with rounding errors counted as 0. */
function offDiagonal(a: Matrix): number {
  let sum = 0;
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < i; j++) {
      const negligible = Number.EPSILON * 1e-2 * Math.sqrt(Math.abs(at(a, i, i) * at(a, j, j)));
      if (Math.abs(at(a, i, j)) > negligible) sum += at(a, i, j) ** 2;
    }
  return sum;
}

/** One rotation that makes the element in row p and column q vanish. */
function rotate(a: Matrix, vectors: Matrix, [p, q]: readonly [number, number]): void {
  const n = a.rows;
  const element = at(a, p, q);
  if (element === 0) return;
  const theta = (at(a, q, q) - at(a, p, p)) / (2 * element);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let i = 0; i < n; i++) turn(a.values, [i * n + p, i * n + q], { cosine, sine });
  for (let i = 0; i < n; i++) turn(a.values, [p * n + i, q * n + i], { cosine, sine });
  for (let i = 0; i < n; i++) turn(vectors.values, [i * n + p, i * n + q], { cosine, sine });
  a.values[p * n + q] = 0;
  a.values[q * n + p] = 0;
}

function turn(
  values: Float64Array,
  [first, second]: readonly [number, number],
  { cosine, sine }: { readonly cosine: number; readonly sine: number },
): void {
  const [x, y] = [values[first]!, values[second]!];
  values[first] = cosine * x - sine * y;
  values[second] = sine * x + cosine * y;
}

/**
 * The symmetric inverse square root; directions whose eigenvalue is 0 up to rounding are left out (Moore-Penrose).
 * @param matrix symmetric, positive semi-definite
 */
export function inverseSquareRoot(matrix: Matrix): Matrix {
  const { values, vectors } = symmetricEigen(matrix);
  const n = matrix.rows;
  const smallest = 1e-12 * Math.max(...values);
  const root = zeros(n, n);
  for (let l = 0; l < n; l++) {
    const eigenvalue = values[l]!;
    if (eigenvalue <= smallest) continue;
    const scale = 1 / Math.sqrt(eigenvalue);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) root.values[i * n + j]! += scale * at(vectors, i, l) * at(vectors, j, l);
  }
  return root;
}
