import type { SparsePattern } from "../compile/sparse-pattern.ts";
import { type EliminationOrder, eliminationOrder } from "./elimination-order.ts";

/**
 * A sparse LU factorisation reduced to index arithmetic, worked out once per model.
 *
 * The factors live in one array: at step s its pivot, then the rest of its row (U), then the rest of its column (L). Elimination
 * at step s divides each L entry by the pivot and subtracts L times U from the entries listed in `target`, in the order in
 * which both are stored, so the numerical phase neither searches nor branches on structure.
 */
export interface EliminationPlan {
  readonly size: number;
  /** Number of stored factors, fill included. */
  readonly entries: number;
  /** Pivot (row and column of the matrix) of step s. */
  readonly order: Int32Array;
  /** Place of the pivot of step s. */
  readonly pivot: Int32Array;
  /** U of step s occupies places `upperStart[s]` to `lowerStart[s] - 1`. */
  readonly upperStart: Int32Array;
  /** L of step s occupies places `lowerStart[s]` to `pivot[s + 1] - 1` (to the end for the last). */
  readonly lowerStart: Int32Array;
  readonly lowerEnd: Int32Array;
  /** Column (in U) or row (in L) of the matrix that a place belongs to; the pivot's own index at a pivot. */
  readonly index: Int32Array;
  /** Places that receive the products of step s, L entries outer and U entries inner; all steps in sequence. */
  readonly target: Int32Array;
  /** Place of each entry of the Jacobian, in pattern order. */
  readonly fromJacobian: Int32Array;
}

/** Where each (row, column) of the filled matrix is stored. */
function layOut(elimination: EliminationOrder, size: number) {
  const place = new Map<number, number>();
  const index: number[] = [];
  const store = (row: number, column: number, name: number) => {
    place.set(row * size + column, index.length);
    index.push(name);
  };
  const pivot = new Int32Array(size);
  const upperStart = new Int32Array(size);
  const lowerStart = new Int32Array(size);
  const lowerEnd = new Int32Array(size);
  for (const [s, k] of elimination.order.entries()) {
    pivot[s] = index.length;
    store(k, k, k);
    upperStart[s] = index.length;
    for (const j of elimination.columnsRight[s]!) store(k, j, j);
    lowerStart[s] = index.length;
    for (const i of elimination.rowsBelow[s]!) store(i, k, i);
    lowerEnd[s] = index.length;
  }
  return { place, index: Int32Array.from(index), pivot, upperStart, lowerStart, lowerEnd };
}

/** The symbolic phase of a sparse LU factorisation without row exchanges: order of pivots, fill, and every index needed later. */
export function planElimination(pattern: SparsePattern): EliminationPlan {
  const { size } = pattern;
  const elimination = eliminationOrder(pattern);
  const { place, ...layout } = layOut(elimination, size);
  const target: number[] = [];
  for (const s of elimination.order.keys()) {
    for (const i of elimination.rowsBelow[s]!) {
      for (const j of elimination.columnsRight[s]!) target.push(place.get(i * size + j)!);
    }
  }
  const fromJacobian = new Int32Array(pattern.column.length);
  for (let i = 0; i < size; i++) {
    for (let p = pattern.rowStart[i]!; p < pattern.rowStart[i + 1]!; p++) {
      fromJacobian[p] = place.get(i * size + pattern.column[p]!)!;
    }
  }
  return {
    size,
    entries: layout.index.length,
    order: Int32Array.from(elimination.order),
    ...layout,
    target: Int32Array.from(target),
    fromJacobian,
  };
}
