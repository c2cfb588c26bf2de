import type { FigureSpec } from "../figures/figure-spec.ts";
import { writeCsv } from "./write-csv.ts";

/**
 * Writes the data rows behind a figure; `figureFromCsv` draws the same figure from them again.
 *
 * @returns text for `figures/Fxx.csv`
 */
export function figureCsv(figure: FigureSpec): string {
  return writeCsv(figure.columns, figure.rows);
}
