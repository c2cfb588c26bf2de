/** One value of a data row; a number that is not known is NaN. */
export type Cell = string | number;

/** One row of the data behind a figure, keyed by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** What one column of a figure's data means; the order of columns is the order in the CSV file. */
export interface Column {
  /** Name in the CSV header; carries the unit where the column has one unit only, e.g. `time_h`. */
  readonly name: string;
  /** Heading in the accessible table. */
  readonly label: string;
  readonly kind: "text" | "number";
}

/** A text column, named for people by `label`. */
export function textColumn(name: string, label: string): Column {
  return { name, label, kind: "text" };
}

/** A number column, named for people by `label`. */
export function numberColumn(name: string, label: string): Column {
  return { name, label, kind: "number" };
}
