import type { ContrastRow, EndpointRow, RunPlan, RunSummary } from "@kinetamine/design";
import { type CsvFile, csvTable } from "./data-table.ts";
import { rangeColumn, rangesById } from "./regimen-range.ts";
import { parameterMeaning } from "./ribbon-tables.ts";

interface SummaryRow {
  readonly kind: "endpoint" | "contrast";
  readonly regimen: string;
  readonly comparedWith: string;
  readonly numbers: Partial<EndpointRow & ContrastRow>;
  readonly endpoint: string;
  readonly label: string;
  readonly unit: string;
}

/** summary.csv: every endpoint of every regimen, then every contrast between two regimens. */
export function summaryTable(plan: RunPlan, summary: RunSummary): CsvFile {
  return csvTable<SummaryRow>("data/summary.csv", {
    description: "One row per regimen and endpoint, then one per endpoint and pair of regimens",
    columns: [...textColumns, ...numberColumns, rangeTextColumn(plan)],
    rows: () => [...summary.endpoints.map(endpointRow), ...summary.contrasts.map(contrastRow)],
  });
}

function endpointRow(row: EndpointRow): SummaryRow {
  const { regimen, endpoint, label, unit } = row;
  return { kind: "endpoint", regimen, comparedWith: "", numbers: row, endpoint, label, unit };
}

function contrastRow(row: ContrastRow): SummaryRow {
  const { from, to, endpoint, label, unit } = row;
  return { kind: "contrast", regimen: to, comparedWith: from, numbers: row, endpoint, label, unit };
}

const text = (name: string, meaning: string, value: (row: SummaryRow) => string) => ({
  name,
  unit: "",
  meaning,
  value,
});

const textColumns = [
  text("kind", "endpoint: one regimen; contrast: paired difference, regimen minus compared_with", (row) => row.kind),
  text("regimen", "Id of the regimen", (row) => row.regimen),
  text("compared_with", "Id of the regimen that is subtracted; empty for an endpoint", (row) => row.comparedWith),
  text("endpoint", "Name of the endpoint", (row) => row.endpoint),
  text("label", "The endpoint in words", (row) => row.label),
  text("unit", "Unit of the numbers in this row", (row) => row.unit),
];

const number = (name: string, key: keyof (EndpointRow & ContrastRow), meaning: string, unit = "see column unit") => ({
  name,
  unit,
  meaning,
  value: ({ numbers }: SummaryRow) => {
    const value = numbers[key];
    return typeof value === "number" ? value : Number.NaN;
  },
});

const numberColumns = [
  number("n", "n", "Virtual patients counted; empty for a contrast", "1"),
  number("mean", "mean", "Mean over virtual patients (of the paired difference, for a contrast)"),
  number("mean_error", "meanError", "Monte Carlo standard error of the mean; contrasts only"),
  number("sd", "sd", "Standard deviation between virtual patients; endpoints only"),
  number("q05", "q05", "5 % of virtual patients are below"),
  number("q25", "q25", "25 % of virtual patients are below; endpoints only"),
  number("q50", "q50", "Median over virtual patients"),
  number("q75", "q75", "75 % of virtual patients are below; endpoints only"),
  number("q95", "q95", "95 % of virtual patients are below"),
  number("typical", "typical", "Typical patient: every random effect zero; endpoints only"),
  number("relative", "relative", "Ratio of the two means minus 1; contrasts only", "1"),
  number("parameter05", "parameter05", parameterMeaning("Lower")),
  number("parameter95", "parameter95", parameterMeaning("Upper")),
];

function rangeTextColumn(plan: RunPlan) {
  const rangeOf = rangesById(plan.regimens);
  return { ...rangeColumn, value: (row: SummaryRow) => rangeOf(row.regimen) };
}
