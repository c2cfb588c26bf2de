/**
 * Lays out rows in aligned columns for a terminal.
 * @param rows all with the same number of cells; the first is the heading
 * @returns lines without trailing blanks, the heading underlined
 */
export function textTable(rows: readonly (readonly string[])[]): string {
  const heading = rows[0] ?? [];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width));
  return [heading, rule, ...rows.slice(1)].map(line).join("\n");
}
