import { ReportError } from "../report-error.ts";
import type { Cell, Column, Row } from "./column.ts";

/** Characters that make a spreadsheet read text as a formula; a literal apostrophe is guarded too, so that the guard can be undone. */
const guarded = /^[=+\-@'\p{Cc}]/u;

/**
 * Writes rows as CSV (RFC 4180, comma, LF), so that `readCsv` gives back the same values.
 *
 * Numbers are written with the fewest digits that read back to the same double, never quoted; NaN becomes an empty
 * cell. Text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP ASVS 5.0, 1.2.10); negative
 * numbers are numbers and stay bare.
 *
 * @param columns names and kinds, in the order to write
 * @param rows one value per column each
 * @returns header line and one line per row, each ended by LF
 * @throws ReportError `figure-cell` when a value is missing, of the wrong kind or infinite
 */
export function writeCsv(columns: readonly Column[], rows: readonly Row[]): string {
  const header = columns.map((column) => column.name).join(",");
  const lines = rows.map((row, index) => columns.map((column) => writeCell(column, row[column.name], index)).join(","));
  return `${[header, ...lines].join("\n")}\n`;
}

function writeCell(column: Column, value: Cell | undefined, index: number): string {
  if (column.kind === "number" && typeof value === "number" && Math.abs(value) !== Number.POSITIVE_INFINITY) {
    return Number.isNaN(value) ? "" : String(value);
  }
  if (column.kind === "text" && typeof value === "string") return writeText(value);
  throw new ReportError(
    "figure-cell",
    `Cannot write row ${index + 1}, column ${column.name}: found ${String(value)}, need a ${column.kind === "number" ? "finite number or NaN" : "text"}`,
  );
}

function writeText(text: string): string {
  const safe = guarded.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
