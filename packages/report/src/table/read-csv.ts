import { ReportError } from "../report-error.ts";
import type { Cell, Column, Row } from "./column.ts";

/**
 * Reads what `writeCsv` wrote, so that a figure can be drawn again from its file alone.
 *
 * @param text CSV (RFC 4180) with a header line; line ends may be LF or CRLF
 * @param columns the columns that must be there, in this order
 * @returns one row per line; empty number cells become NaN
 * @throws ReportError `figure-csv-header`, `figure-csv-width`, `figure-csv-number` or `figure-csv-quote`
 */
export function readCsv(text: string, columns: readonly Column[]): Row[] {
  const [header, ...records] = splitRecords(text);
  const wanted = columns.map((column) => column.name).join(",");
  if (header?.join(",") !== wanted) {
    throw new ReportError(
      "figure-csv-header",
      `Cannot read the table: found header "${header?.join(",") ?? ""}", need "${wanted}"`,
    );
  }
  return records.map((record, index) => readRecord(record, columns, index + 2));
}

function readRecord(record: readonly string[], columns: readonly Column[], line: number): Row {
  if (record.length !== columns.length) {
    throw new ReportError(
      "figure-csv-width",
      `Cannot read record ${line}: found ${record.length} cells, need ${columns.length}`,
    );
  }
  return Object.fromEntries(columns.map((column, index) => [column.name, readCell(column, record[index] ?? "", line)]));
}

function readCell(column: Column, text: string, line: number): Cell {
  if (column.kind === "text") return text.startsWith("'") ? text.slice(1) : text;
  if (text === "") return Number.NaN;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new ReportError(
      "figure-csv-number",
      `Cannot read record ${line}, column ${column.name}: found "${text}", need a number`,
    );
  }
  return value;
}

/** Splits quoted and bare cells; the last line end closes the last record and opens none. */
function splitRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null)
      throw new ReportError("figure-csv-quote", `Cannot read the table at character ${at}: need a closing quote`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push([...record, ""]);
  return records;
}
