import { formatNumber } from "./format-number.ts";

/** Spreadsheet programs run a cell that begins with one of these as a formula. */
const formulaStart = /^[=+\-@\t\r\n\0'\uff1d\uff0b\uff0d\uff20]/;

const needsQuotes = /[",\r\n]|^\s|\s$/;

/**
 * Writes text for a CSV cell: an apostrophe before anything a spreadsheet would run as a formula, quotes where RFC 4180
 * asks for them. Numbers must not come this way, or a negative one would get an apostrophe.
 */
export function formatText(value: string): string {
  const inert = formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/**
 * One line of a CSV file.
 * @param cells numbers go through the number formatter, text is escaped
 * @returns the line with its line feed
 */
export function csvLine(cells: readonly (number | string)[]): string {
  return `${cells.map((cell) => (typeof cell === "number" ? formatNumber(cell) : formatText(cell))).join(",")}\n`;
}
