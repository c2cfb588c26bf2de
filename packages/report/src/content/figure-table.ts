import type { FigureSpec } from "../figures/figure-spec.ts";
import type { Cell, Column, Row } from "../table/column.ts";
import { formatNumber } from "../text/format-number.ts";
import type { Content, TableBlock } from "./block.ts";

/** Rows that the table beside a figure shows at most. */
const most = 60;

/**
 * The data behind a figure as a table to read: columns that say something, rows thinned evenly when there are many.
 *
 * @returns at most 60 rows, always with the first and last; the caption says how many there are in all
 */
export function figureTable(figure: FigureSpec): TableBlock {
  const columns = figure.columns.filter((column) => isTelling(column, figure.rows));
  const rows = evenly(figure.rows);
  const part =
    rows.length < figure.rows.length
      ? `${rows.length} of ${figure.rows.length} rows, evenly chosen; all of them`
      : "The same rows";
  return {
    kind: "table",
    caption: `Data behind figure ${figure.id}. ${part} are in figures/${figure.id}.csv`,
    columns: columns.map((column) => ({ header: column.label, isNumeric: column.kind === "number" })),
    rows: rows.map((row) => columns.map((column): Content => [cellText(row[column.name])])),
  };
}

/** A column in which every cell is empty, or which repeats the words of its neighbour, tells a reader nothing. */
function isTelling(column: Column, rows: readonly Row[]): boolean {
  if (
    column.name.endsWith("_label") &&
    rows.every((row) => row[column.name] === row[column.name.replace("_label", "")])
  )
    return false;
  return rows.some((row) => row[column.name] !== "" && !Number.isNaN(row[column.name]));
}

function evenly(rows: readonly Row[]): Row[] {
  if (rows.length <= most) return [...rows];
  return Array.from({ length: most }, (_, index) => rows[Math.round((index * (rows.length - 1)) / (most - 1))]!);
}

function cellText(cell: Cell | undefined): string {
  if (typeof cell === "number") return Number.isNaN(cell) ? "" : formatNumber(cell);
  return cell ?? "";
}
