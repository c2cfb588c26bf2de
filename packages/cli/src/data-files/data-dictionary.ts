import type { DataFile } from "./data-table.ts";

/**
 * The text of data-dictionary.json: every file, every column, its unit and its meaning.
 */
export function dataDictionary(files: readonly DataFile[]): string {
  const dictionary = {
    schema: "kinetamine.data-dictionary/v1",
    conventions: {
      units: "UCUM; 1 is a pure number, empty is text",
      numbers: "decimal point; the shortest text that reads back as the same double-precision number",
      missing: "an empty cell: the number does not exist, for instance because a course failed",
      text: "a leading apostrophe keeps spreadsheets from running a cell as a formula",
      encoding: "UTF-8, comma, line feed, one heading line",
    },
    files: files.map(({ path, description, columns }) => ({ path, description, columns })),
  };
  return `${JSON.stringify(dictionary, null, 2)}\n`;
}
