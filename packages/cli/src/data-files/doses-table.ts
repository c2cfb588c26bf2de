import type { RunResult } from "@kinetamine/design";
import { type CsvFile, csvTable } from "./data-table.ts";
import { rangeColumn } from "./regimen-range.ts";
import { type SubjectDose, subjectDoses } from "./subject-doses.ts";

/** doses.csv: every dose of every regimen in every virtual patient. */
export function dosesTable(result: RunResult): CsvFile {
  return csvTable<SubjectDose>("data/doses.csv", {
    description: "Every dose, one row per regimen, virtual patient and dose",
    columns: [
      { name: "regimen", unit: "", meaning: "Id of the regimen", value: ({ regimen }) => regimen.id },
      { name: "subject", unit: "1", meaning: "Number of the virtual patient", value: ({ subject }) => subject.subject },
      {
        name: "dose",
        unit: "1",
        meaning: "Number of the dose in its regimen, from 1",
        value: ({ dose }) => dose.number,
      },
      { name: "day", unit: "d", meaning: "Study day, from 1", value: ({ dose }) => dose.day },
      { name: "clock", unit: "", meaning: "Time of day", value: ({ dose }) => dose.clock },
      { name: "time_h", unit: "h", meaning: "Start, since study day 1, 09:00", value: ({ dose }) => dose.time_h },
      { name: "drug", unit: "", meaning: "ketamine is the racemate", value: ({ dose }) => dose.drug },
      { name: "route", unit: "", meaning: "iv or intranasal", value: ({ dose }) => dose.route },
      {
        name: "amount_mg_base",
        unit: "mg",
        meaning: "Amount as free base",
        value: ({ administration }) => administration.amount_mg,
      },
      {
        name: "duration_h",
        unit: "h",
        meaning: "Length of the infusion; 0 if none",
        value: ({ dose }) => dose.duration_h,
      },
      {
        name: "rate_mg_per_h",
        unit: "mg/h",
        meaning: "Rate of the infusion as free base; empty if none",
        value: ({ administration: { amount_mg, duration_h } }) =>
          duration_h > 0 ? amount_mg / duration_h : Number.NaN,
      },
      {
        name: "devices",
        unit: "1",
        meaning: "Nasal devices given one after another; 0 if none",
        value: ({ dose }) => dose.device?.count ?? 0,
      },
      { ...rangeColumn, value: ({ dose }) => dose.range },
    ],
    rows: () => subjectDoses(result),
  });
}
