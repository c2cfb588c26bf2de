import type { SparsePattern } from "../compile/sparse-pattern.ts";
import { type EliminationOrder, eliminationOrder } from "./elimination-order.ts";

/**
 * A sparse LU factorisation reduced to index arithmetic, worked out once per model, so that the numerical phase neither searches
 * nor branches on structure.
 *
 * The factors live in one array: first U without its diagonal, rows in the order in which back substitution needs them (last
 * pivot first); then the pivots in the order of elimination; then L without its diagonal, columns in the order of elimination.
 */
export interface EliminationPlan {
  readonly size: number;
  /** Length of the array of factors, fill included. */
  readonly entries: number;
  /** Pivot (row and column of the matrix) of elimination step s. */
  readonly order: Int32Array;
  /** Place of the pivot of step 0; that of step s is s further. */
  readonly firstPivot: number;
  /** U of step s occupies places `upperStart[s]` to `upperEnd[s] - 1`. */
  readonly upperStart: Int32Array;
  readonly upperEnd: Int32Array;
  /** L of step s occupies places `lowerStart[s]` to `lowerStart[s + 1] - 1`; length size + 1. */
  readonly lowerStart: Int32Array;
  /** Row and column of the matrix that each place belongs to. */
  readonly row: Int32Array;
  readonly column: Int32Array;
  /** Places that receive the products of elimination, in order: step, then L entry, then U entry. */
  readonly target: Int32Array;
  /** Place of each entry of the Jacobian, in pattern order. */
  readonly fromJacobian: Int32Array;
}

/** Hands out places in the array of factors one after another. */
class Layout {
  readonly rows: number[] = [];
  readonly columns: number[] = [];
  private readonly places = new Map<number, number>();
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  get next(): number {
    return this.rows.length;
  }

  add(row: number, column: number): void {
    this.places.set(row * this.size + column, this.next);
    this.rows.push(row);
    this.columns.push(column);
  }

  placeOf(row: number, column: number): number {
    return this.places.get(row * this.size + column)!;
  }
}

function layOut({ order, columnsRight, rowsBelow }: EliminationOrder, size: number) {
  const layout = new Layout(size);
  const upperStart = new Int32Array(size);
  const upperEnd = new Int32Array(size);
  const lowerStart = new Int32Array(size + 1);
  for (let s = size - 1; s >= 0; s--) {
    upperStart[s] = layout.next;
    for (const j of columnsRight[s]!) layout.add(order[s]!, j);
    upperEnd[s] = layout.next;
  }
  const firstPivot = layout.next;
  for (const k of order) layout.add(k, k);
  for (const [s, k] of order.entries()) {
    lowerStart[s] = layout.next;
    for (const i of rowsBelow[s]!) layout.add(i, k);
  }
  lowerStart[size] = layout.next;
  return { layout, upperStart, upperEnd, firstPivot, lowerStart };
}

/** The symbolic phase of a sparse LU factorisation without row exchanges: order of pivots, fill, and every index needed later. */
export function planElimination(pattern: SparsePattern): EliminationPlan {
  const { size } = pattern;
  const elimination = eliminationOrder(pattern);
  const { layout, ...ranges } = layOut(elimination, size);
  const target = elimination.order.flatMap((_, s) =>
    elimination.rowsBelow[s]!.flatMap((i) => elimination.columnsRight[s]!.map((j) => layout.placeOf(i, j))),
  );
  const fromJacobian = new Int32Array(pattern.column.length);
  for (let i = 0; i < size; i++) {
    for (let p = pattern.rowStart[i]!; p < pattern.rowStart[i + 1]!; p++) {
      fromJacobian[p] = layout.placeOf(i, pattern.column[p]!);
    }
  }
  return {
    size,
    entries: layout.next,
    order: Int32Array.from(elimination.order),
    ...ranges,
    row: Int32Array.from(layout.rows),
    column: Int32Array.from(layout.columns),
    target: Int32Array.from(target),
    fromJacobian,
  };
}
