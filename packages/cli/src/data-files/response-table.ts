import type { ResponseCurve, RunPlan, RunSummary } from "@kinetamine/design";
import { type CsvFile, csvTable } from "./data-table.ts";
import { rangeColumn, rangesById } from "./regimen-range.ts";

interface ResponseRow {
  readonly curve: ResponseCurve;
  readonly index: number;
  readonly time: number;
}

/** responses.csv: the share of virtual patients in response and remission, by regimen and time. */
export function responseTable(plan: RunPlan, summary: RunSummary): CsvFile {
  const { name, responseFraction, remissionAtMost } = plan.scale;
  const rangeOf = rangesById(plan.regimens);
  const column = (column: string, meaning: string, pick: (curve: ResponseCurve) => readonly number[]) => ({
    name: column,
    unit: "1",
    meaning,
    value: ({ curve, index }: ResponseRow) => pick(curve)[index] ?? Number.NaN,
  });
  return csvTable<ResponseRow>("data/responses.csv", {
    description: "Response and remission among virtual patients, one row per regimen and time",
    columns: [
      { name: "regimen", unit: "", meaning: "Id of the regimen", value: ({ curve }) => curve.regimen },
      { name: "time_h", unit: "h", meaning: "Time since study day 1, 09:00", value: ({ time }) => time },
      column("response", `Share whose ${name} is lower by the fraction ${responseFraction} or more`, (c) => c.response),
      column("response_error", "Monte Carlo standard error of the share in response", (c) => c.responseError),
      column("remission", `Share whose ${name} is at most ${remissionAtMost}`, (c) => c.remission),
      column("remission_error", "Monte Carlo standard error of the share in remission", (c) => c.remissionError),
      { ...rangeColumn, value: ({ curve }) => rangeOf(curve.regimen) },
    ],
    rows: () => summary.responses.flatMap((curve) => plan.times.map((time, index) => ({ curve, index, time }))),
  });
}
