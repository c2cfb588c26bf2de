/** One cell with the comma or line end before it: quoted, or plain. */
const cell = /(^|,|\n)(?:"((?:[^"]|"")*)"|([^",\n]*))/g;

/**
 * Reads back a table this program wrote.
 * @returns one record per line below the heading; cells as text, the apostrophe that keeps text from being run taken off
 */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const lines: string[][] = [];
  for (const [, before, quoted, plain = ""] of text.trimEnd().matchAll(cell)) {
    if (before !== ",") lines.push([]);
    lines.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'/, ""));
  }
  const [heading = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(heading.map((name, index) => [name, row[index] ?? ""])));
}
