import { requireAll } from "./require-value.ts";

/** People with the event in one group. */
export interface EventCount {
  readonly events: number;
  /** People in the group. */
  readonly n: number;
}

/** A two-by-two table of two independent groups. */
export interface TwoByTwo {
  readonly experimental: EventCount;
  readonly control: EventCount;
}

/** When the amount is added to all four cells of a table before an effect is computed. */
export interface ZeroCells {
  /** 1/2 unless given. */
  readonly add?: number;
  /** `only-with-zero`: tables that have an empty cell (usual); `if-any-zero`: all tables as soon as one has; `all`; `none`. */
  readonly to?: "only-with-zero" | "if-any-zero" | "all" | "none";
}

/** The four cells: experimental with and without the event, control with and without. */
export type Cells = readonly [a: number, b: number, c: number, d: number];

/** The four cells of a table. @throws EvidenceError `evidence-synthesis-invalid` */
export function cellsOf({ experimental, control }: TwoByTwo): Cells {
  requireAll("use a table of counts", [
    ...countRequirements("experimental", experimental),
    ...countRequirements("control", control),
  ]);
  return [experimental.events, experimental.n - experimental.events, control.events, control.n - control.events];
}

function countRequirements(path: string, { events, n }: EventCount) {
  return [
    [n > 0 && Number.isFinite(n), `${path}.n`, n, "more than 0 people"],
    [events >= 0 && events <= n, `${path}.events`, events, `from 0 to ${n}`],
  ] as const;
}

/** True when nobody, or everybody, in both groups had the event: the table says nothing about a ratio. */
export function isDoubleZero(table: TwoByTwo): boolean {
  const [a, b, c, d] = cellsOf(table);
  return (a === 0 && c === 0) || (b === 0 && d === 0);
}

/** The cells after the continuity correction; `anyZero` tells whether some table of the analysis has an empty cell. */
export function correctedCells(
  table: TwoByTwo,
  { add = 0.5, to = "only-with-zero" }: ZeroCells,
  anyZero: boolean,
): Cells {
  requireAll("correct a table for empty cells", [[add >= 0, "add", add, "0 or more"]]);
  const cells = cellsOf(table);
  const isCorrected =
    to === "all" || (to === "only-with-zero" && cells.includes(0)) || (to === "if-any-zero" && anyZero);
  if (!isCorrected) return cells;
  const [a, b, c, d] = cells;
  return [a + add, b + add, c + add, d + add];
}
