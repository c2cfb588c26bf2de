import { NumericsError } from "../numerics-error.ts";

/** A dense square matrix factorised as P A = L U. */
export interface LuFactors {
  readonly size: number;
  /** n x n, row-major: U on and above the diagonal, L (unit diagonal not stored) below. */
  readonly values: Float64Array;
  /** Row `pivots[k]` of A went to row k. */
  readonly pivots: Int32Array;
}

function requireSquare(a: Float64Array, size: number): void {
  if (a.length === size * size) return;
  throw new NumericsError(
    "E-SHAPE",
    `Cannot factorise ${a.length} values as a ${size} x ${size} matrix: ${size * size} needed`,
  );
}

function largestInColumn(values: Float64Array, size: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < size; i++) {
    if (Math.abs(values[i * size + column]!) > Math.abs(values[best * size + column]!)) best = i;
  }
  return best;
}

function swapRows(values: Float64Array, size: number, [a, b]: readonly [number, number]): void {
  for (let j = 0; j < size; j++) {
    const kept = values[a * size + j]!;
    values[a * size + j] = values[b * size + j]!;
    values[b * size + j] = kept;
  }
}

/**
 * LU factorisation of a dense matrix with partial pivoting (Golub and Van Loan, Matrix Computations, 4th ed., algorithm 3.4.1).
 *
 * @param a n x n, row-major; not changed
 * @throws NumericsError `E-SHAPE`, or `E-SINGULAR` when no usable pivot is left in a column
 */
export function luFactor(a: Float64Array, size: number): LuFactors {
  requireSquare(a, size);
  const values = a.slice();
  const pivots = Int32Array.from({ length: size }, (_, i) => i);
  for (let k = 0; k < size; k++) {
    const best = largestInColumn(values, size, k);
    const pivot = values[best * size + k]!;
    if (!(Math.abs(pivot) > 0 && Number.isFinite(pivot))) {
      throw new NumericsError(
        "E-SINGULAR",
        `Cannot factorise the matrix: the largest pivot left in column ${k + 1} is ${pivot}, a finite number other than 0 needed`,
      );
    }
    if (best !== k) {
      swapRows(values, size, [best, k]);
      [pivots[best], pivots[k]] = [pivots[k]!, pivots[best]!];
    }
    for (let i = k + 1; i < size; i++) {
      const factor = values[i * size + k]! / pivot;
      values[i * size + k] = factor;
      if (factor !== 0) for (let j = k + 1; j < size; j++) values[i * size + j]! -= factor * values[k * size + j]!;
    }
  }
  return { size, values, pivots };
}

/**
 * Solution X of A X = B from the factors of A.
 *
 * @param b n x m, row-major (a vector has m = 1); not changed
 * @returns n x m, row-major
 * @throws NumericsError `E-SHAPE` when the length of `b` is not a multiple of n
 */
export function luSolve(factors: LuFactors, b: Float64Array): Float64Array {
  const { size, values, pivots } = factors;
  const columns = b.length / size;
  if (!Number.isInteger(columns)) {
    throw new NumericsError("E-SHAPE", `Cannot solve for ${b.length} right-hand values: a multiple of ${size} needed`);
  }
  const x = new Float64Array(b.length);
  for (let i = 0; i < size; i++) {
    for (let c = 0; c < columns; c++) {
      let sum = b[pivots[i]! * columns + c]!;
      for (let j = 0; j < i; j++) sum -= values[i * size + j]! * x[j * columns + c]!;
      x[i * columns + c] = sum;
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let c = 0; c < columns; c++) {
      let sum = x[i * columns + c]!;
      for (let j = i + 1; j < size; j++) sum -= values[i * size + j]! * x[j * columns + c]!;
      x[i * columns + c] = sum / values[i * size + i]!;
    }
  }
  return x;
}
