import type { SparsePattern } from "../compile/sparse-pattern.ts";

/** What elimination in a chosen order will touch: the pattern of the matrix with all fill, and the order of the pivots. */
export interface EliminationOrder {
  /** Pivot `order[s]` (row and column) is eliminated at step s. */
  readonly order: readonly number[];
  /** At step s: rows still to be eliminated that hold a value in the pivot's column. */
  readonly rowsBelow: readonly (readonly number[])[];
  /** At step s: columns still to be eliminated that hold a value in the pivot's row. */
  readonly columnsRight: readonly (readonly number[])[];
}

function rowsAndColumns(pattern: SparsePattern): { rows: Set<number>[]; columns: Set<number>[] } {
  const sets = () => Array.from({ length: pattern.size }, () => new Set<number>());
  const [rows, columns] = [sets(), sets()];
  for (let i = 0; i < pattern.size; i++) {
    for (let p = pattern.rowStart[i]!; p < pattern.rowStart[i + 1]!; p++) {
      const j = pattern.column[p]!;
      if (i === j) continue;
      rows[i]!.add(j);
      columns[j]!.add(i);
    }
  }
  return { rows, columns };
}

/** The remaining pivot that makes the least work: fewest products, then fewest divisions, then the smallest index. */
function cheapestPivot(remaining: ReadonlySet<number>, rows: readonly Set<number>[], columns: readonly Set<number>[]) {
  let best = -1;
  let bestProducts = Number.POSITIVE_INFINITY;
  let bestDivisions = Number.POSITIVE_INFINITY;
  for (const k of remaining) {
    const divisions = columns[k]!.size;
    const products = rows[k]!.size * divisions;
    if (products > bestProducts || (products === bestProducts && divisions >= bestDivisions)) continue;
    best = k;
    bestProducts = products;
    bestDivisions = divisions;
  }
  return best;
}

const ascending = (values: ReadonlySet<number>) => [...values].sort((a, b) => a - b);

/**
 * A pivot order with little fill for a sparse matrix whose pivots stay on the diagonal, and the fill it causes.
 *
 * The rule is Markowitz's, Management Sci. 3 (1957) 255-269, doi:10.1287/mnsc.3.3.255: always the pivot with the smallest
 * product of off-diagonal counts of its row and column. A state that nothing else reads costs nothing, so a feed-forward chain
 * is taken from its end to its start without any arithmetic; only within loops of mutual dependence is there work.
 *
 * Meant for up to a few hundred states: the search is quadratic in their number.
 */
export function eliminationOrder(pattern: SparsePattern): EliminationOrder {
  const { rows, columns } = rowsAndColumns(pattern);
  const remaining = new Set(Array.from({ length: pattern.size }, (_, i) => i));
  const order: number[] = [];
  const rowsBelow: number[][] = [];
  const columnsRight: number[][] = [];
  while (remaining.size > 0) {
    const pivot = cheapestPivot(remaining, rows, columns);
    const [below, right] = [ascending(columns[pivot]!), ascending(rows[pivot]!)];
    for (const i of below) {
      rows[i]!.delete(pivot);
      for (const j of right) {
        if (i === j) continue;
        rows[i]!.add(j);
        columns[j]!.add(i);
      }
    }
    for (const j of right) columns[j]!.delete(pivot);
    remaining.delete(pivot);
    order.push(pivot);
    rowsBelow.push(below);
    columnsRight.push(right);
  }
  return { order, rowsBelow, columnsRight };
}
