import { csvLine } from "./csv.ts";

/** A column of a data file and the sentence the data dictionary prints about it. */
export interface ColumnDescription {
  readonly name: string;
  /** UCUM; `1` for a pure number, empty for text. */
  readonly unit: string;
  readonly meaning: string;
}

interface Column<Row> extends ColumnDescription {
  readonly value: (row: Row) => number | string;
}

/** A data file: what the dictionary says about it and its content. */
export interface DataFile {
  /** Inside the run folder. */
  readonly path: string;
  readonly description: string;
  readonly columns: readonly ColumnDescription[];
  readonly content: () => Uint8Array | Promise<Uint8Array>;
}

/** A data file whose content is there at once. */
export interface CsvFile extends DataFile {
  readonly content: () => Uint8Array;
}

/**
 * A CSV file whose columns are described where they are computed, so that file and dictionary cannot disagree.
 * @param path inside the run folder
 * @param table description, columns in order, and the rows, walked once each time the content is asked for
 */
export function csvTable<Row>(
  path: string,
  table: {
    readonly description: string;
    readonly columns: readonly Column<Row>[];
    readonly rows: () => Iterable<Row>;
  },
): CsvFile {
  const { description, columns, rows } = table;
  return {
    path,
    description,
    columns: columns.map(({ name, unit, meaning }) => ({ name, unit, meaning })),
    content: () => {
      const lines = [csvLine(columns.map((column) => column.name))];
      for (const row of rows()) lines.push(csvLine(columns.map((column) => column.value(row))));
      return Buffer.from(lines.join(""), "utf8");
    },
  };
}
