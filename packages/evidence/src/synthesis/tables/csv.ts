/** A value of a CSV cell; undefined is an empty cell. */
export type CsvValue = string | number | boolean | undefined;

/**
 * Rows as comma-separated text with a header, by RFC 4180: lines end in CR LF, and a cell with a comma, quote or line break is quoted.
 * Numbers are written in full, so that they are read back exactly.
 * @param rows of which the keys named in `columns` are written
 * @param columns keys, in order
 */
export function csvText<Row extends object>(rows: readonly Row[], columns: readonly (keyof Row & string)[]): string {
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column] as CsvValue)))];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

function cell(value: CsvValue): string {
  if (value === undefined) return "";
  const text = `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
