import type { Algebra } from "./algebra.ts";
import { differentiate } from "./differentiate.ts";
import type { NodeId } from "./graph.ts";
import type { SparsePattern } from "./sparse-pattern.ts";

/** Derivatives of the right-hand sides, as nodes. */
export interface SystemDerivatives {
  readonly pattern: SparsePattern;
  /** Jacobian entries in pattern order. */
  readonly jacobian: readonly NodeId[];
  /** Partial derivatives by time, one per state. */
  readonly byTime: readonly NodeId[];
}

/** Differentiates the right-hand sides by every state and by time. */
export function differentiateSystem(algebra: Algebra, derivatives: readonly NodeId[]): SystemDerivatives {
  const zero = algebra.constant(0);
  const partials = differentiate(algebra, derivatives);
  const rows = partials.map((row, i) => {
    const columns = [...row.keys()].filter((variable) => variable !== "time");
    return [...new Set([...columns, i])].sort((a, b) => a - b);
  });
  const rowStart = new Int32Array(rows.length + 1);
  rows.forEach((columns, i) => {
    rowStart[i + 1] = rowStart[i]! + columns.length;
  });
  return {
    pattern: { size: rows.length, rowStart, column: Int32Array.from(rows.flat()) },
    jacobian: rows.flatMap((columns, i) => columns.map((j) => partials[i]!.get(j) ?? zero)),
    byTime: partials.map((row) => row.get("time") ?? zero),
  };
}
