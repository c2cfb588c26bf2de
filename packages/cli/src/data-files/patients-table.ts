import type { RunResult, SubjectFailure, SubjectRow } from "@kinetamine/design";
import { covariateName } from "./covariate-name.ts";
import { type CsvFile, csvTable } from "./data-table.ts";

/** patients.csv: who the virtual patients are, and whether all their courses could be simulated. */
export function patientsTable({ subjects, failures }: RunResult): CsvFile {
  const first = subjects[0];
  const covariates = Object.keys(first?.covariates ?? {});
  const etas = Object.keys(first?.etas ?? {});
  return csvTable<SubjectRow>("data/patients.csv", {
    description: "One row per virtual patient",
    columns: [
      { name: "subject", unit: "1", meaning: "Number of the virtual patient", value: (row) => row.subject },
      {
        name: "status",
        unit: "",
        meaning: "ok, or the regimens that failed with why",
        value: (row) => statusOf(row, failures),
      },
      ...covariates.map((name) => ({
        name,
        unit: covariateName(name).unit,
        meaning: "Covariate of the model, its unit in its name",
        value: (row: SubjectRow) => row.covariates[name] ?? Number.NaN,
      })),
      ...etas.map((name) => ({
        name,
        unit: "1",
        meaning: "Random effect: how this patient differs from the typical one",
        value: (row: SubjectRow) => row.etas[name] ?? Number.NaN,
      })),
    ],
    rows: () => subjects,
  });
}

function statusOf({ subject }: SubjectRow, failures: readonly SubjectFailure[]): string {
  const own = failures.filter((failure) => failure.kind === "subjects" && failure.subject === subject);
  return own.length === 0 ? "ok" : own.map(({ regimen, status }) => `${regimen}: ${status}`).join("; ");
}
