/** A table of a study page: plain text cells, one heading per column. */
export interface PageTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
