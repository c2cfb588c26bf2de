import type { ForestRow } from "@kinetamine/evidence";
import { type Column, numberColumn, textColumn } from "../table/column.ts";

/** A line of a forest plot as it is drawn and written to its CSV file; absent numbers are NaN. */
export type ForestFigureRow = {
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly weight: number;
};

/** A forest row with its lane, counted from 0 at the top. */
export type LaidRow = ForestFigureRow & { readonly lane: number };

/** Columns of `ForestFigureRow`. */
export const forestColumns: readonly Column[] = [
  textColumn("kind", "Kind of row"),
  textColumn("label", "Study or result"),
  textColumn("detail", "Design and scale"),
  numberColumn("estimate", "Estimate"),
  numberColumn("low", "95 % interval from"),
  numberColumn("high", "95 % interval to"),
  numberColumn("weight", "Weight (%)"),
];

/**
 * Turns forest rows into rows of a figure.
 * @param rows studies with headings, subtotals, pooled result and prediction interval
 * @param detailOf a few words about a study by its label, e.g. its design; empty for none
 */
export function forestFigureRows(rows: readonly ForestRow[], detailOf: (label: string) => string): ForestFigureRow[] {
  return rows.map(({ kind, label, estimate, low, high, weight }) => ({
    kind,
    label: kind === "study" ? label : (resultNames.get(kind)?.(label) ?? label),
    detail: kind === "study" ? detailOf(label) : "",
    estimate: estimate ?? Number.NaN,
    low: low ?? Number.NaN,
    high: high ?? Number.NaN,
    weight: weight ?? Number.NaN,
  }));
}

const resultNames = new Map<string, (label: string) => string>([
  ["pooled", (label) => (label === "one study" ? "One study, nothing pooled" : `Pooled: ${methodWords(label)}`)],
  ["subtotal", (label) => (label === "one study" ? "One study" : `Pooled apart: ${methodWords(label)}`)],
  ["prediction", () => "Prediction: a new study"],
  ["heading", (label) => `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`],
]);

function methodWords(label: string): string {
  return label
    .replace("random effects, ", "")
    .replace("hartung-knapp-ad-hoc", "Hartung-Knapp ad hoc")
    .replace("hartung-knapp", "Hartung-Knapp")
    .replace("wald", "Wald");
}
