import type { RunPlan, StudiedRange } from "@kinetamine/design";
import { ReportError } from "../report-error.ts";
import type { ReportInput } from "../report-input.ts";
import { type Column, type Row, textColumn } from "../table/column.ts";
import { readCsv } from "../table/read-csv.ts";
import type { FigureDrawing, FigureId, FigureSpec } from "./figure-spec.ts";

/**
 * How one figure comes about, in two pure steps: rows from the run, drawing from the rows. The second step sees nothing
 * but the rows, so the figure's CSV file is enough to draw it again.
 */
export interface FigureDefinition<R extends Row = Row> {
  readonly id: FigureId;
  readonly columns: readonly Column[];
  /** No rows when the run has nothing for this figure. */
  rows(input: ReportInput): readonly R[];
  draw(rows: readonly R[]): FigureDrawing;
}

/** Every row of every figure says where the doses behind it stand. */
const rangeColumn = textColumn("RANGE", "Studied range");

const ranges: readonly StudiedRange[] = ["studied", "studied-elsewhere", "outside"];

/**
 * Makes a figure from a run.
 *
 * @returns undefined when the run has nothing to show in it
 */
export function figureFromRun(definition: FigureDefinition, input: ReportInput): FigureSpec | undefined {
  const range = leastStudied(input.result.plan);
  const rows = definition.rows(input).map((row) => ({ ...row, RANGE: range }));
  return rows.length === 0 ? undefined : assemble(definition, rows, range);
}

/**
 * Makes a figure again from its CSV file.
 *
 * @param csv as `figureCsv` wrote it
 * @throws ReportError when the text is not that figure's table
 */
export function figureFromCsv(definition: FigureDefinition, csv: string): FigureSpec {
  const rows = readCsv(csv, [...definition.columns, rangeColumn]);
  const range = ranges.find((candidate) => candidate === rows[0]?.RANGE);
  if (range === undefined) {
    throw new ReportError(
      "figure-cell",
      `Cannot draw ${definition.id}: found RANGE "${String(rows[0]?.RANGE)}", need one of ${ranges.join(", ")}`,
    );
  }
  return assemble(definition, rows, range);
}

function assemble(definition: FigureDefinition, rows: readonly Row[], range: StudiedRange): FigureSpec {
  return { id: definition.id, columns: [...definition.columns, rangeColumn], rows, range, ...definition.draw(rows) };
}

/** The least studied of all planned doses. */
function leastStudied(plan: RunPlan): StudiedRange {
  const rank = plan.regimens.flatMap((regimen) => regimen.doses).map((dose) => ranges.indexOf(dose.range));
  return ranges[Math.max(0, ...rank)]!;
}
