/**
 * Structure of a sparse square matrix in compressed sparse row form; every diagonal entry is present.
 *
 * Row i owns the entries `rowStart[i]` to `rowStart[i + 1] - 1`, with columns ascending.
 */
export interface SparsePattern {
  /** Number of rows and of columns. */
  readonly size: number;
  /** Length size + 1. */
  readonly rowStart: Int32Array;
  /** Column of each entry, length `rowStart[size]`. */
  readonly column: Int32Array;
}
