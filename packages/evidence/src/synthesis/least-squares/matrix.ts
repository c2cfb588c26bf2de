/** A dense matrix, row-major. Callers own `values`; functions that take one do not change it. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** The matrix with the given rows, all of one length. */
export function matrixFromRows(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  return { rows: rows.length, columns, values: Float64Array.from(rows.flat()) };
}

/** The element in row i and column j, both counted from 0. */
export function at(matrix: Matrix, i: number, j: number): number {
  return matrix.values[i * matrix.columns + j]!;
}

/** A copy of row i. */
export function rowOf(matrix: Matrix, i: number): Float64Array {
  return matrix.values.slice(i * matrix.columns, (i + 1) * matrix.columns);
}

/** A copy of column j. */
export function columnOf(matrix: Matrix, j: number): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, i) => at(matrix, i, j));
}

/** The transpose. */
export function transpose(matrix: Matrix): Matrix {
  const result = zeros(matrix.columns, matrix.rows);
  for (let i = 0; i < matrix.rows; i++)
    for (let j = 0; j < matrix.columns; j++) result.values[j * matrix.rows + i] = at(matrix, i, j);
  return result;
}

/** The product A B. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const result = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++)
    for (let l = 0; l < a.columns; l++) {
      const factor = at(a, i, l);
      if (factor === 0) continue;
      for (let j = 0; j < b.columns; j++) result.values[i * b.columns + j]! += factor * at(b, l, j);
    }
  return result;
}

/** The product A x. */
export function multiplyVector(a: Matrix, x: Float64Array): Float64Array {
  const result = new Float64Array(a.rows);
  for (let i = 0; i < a.rows; i++) {
    let sum = 0;
    for (let j = 0; j < a.columns; j++) sum += at(a, i, j) * x[j]!;
    result[i] = sum;
  }
  return result;
}

/** The rows and columns with the given numbers, counted from 0. */
export function submatrix(
  matrix: Matrix,
  { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly number[] },
): Matrix {
  const result = zeros(rows.length, columns.length);
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      result.values[i * columns.length + j] = at(matrix, row, column);
    });
  });
  return result;
}

/** The sum of the products of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
