import { csvLine } from "../data-files/csv.ts";
import { type DoseRecord, dataRecords, type ValueRecord } from "./data-record.ts";
import type { StoredRun } from "./stored-run.ts";

/** What a reader of the data set has to know. */
export const adppkNotes = [
  "the columns of ADPPK that a simulation can fill: values are simulated, without residual error",
  "AFRLT and NFRLT are the same, as are ARRLT and NRRLT: virtual patients are never late [h]",
] as const;

const columns = [
  ...["STUDYID", "USUBJID", "SUBJID", "TRTP", "PARAMCD", "PARAM", "AVAL", "AVALU", "NFRLT", "AFRLT", "NRRLT", "ARRLT"],
  ...["EVID", "MDV", "CMT", "DOSEA", "DOSEU", "AMT", "RATE", "ROUTE", "WTBL", "WTBLU", "DV"],
];

/**
 * A minimal data set in the style of the ADaM population pharmacokinetic standard (ADPPK).
 * @param output the model output that becomes AVAL
 * @returns CSV text; cells that do not apply are empty
 */
export async function adppkText(run: StoredRun, output: string): Promise<string> {
  const courses = await run.courses(output);
  const described = run.plan.outputs.find(({ name }) => name === output);
  const parameter = { code: "SIMCONC", label: described?.label ?? output, unit: described?.unit ?? "" };
  const lines = [csvLine(columns)];
  let lastDose = { id: 0, time_h: Number.NaN };
  for (const record of dataRecords(run, courses)) {
    if (record.id !== lastDose.id) lastDose = { id: record.id, time_h: Number.NaN };
    if (record.kind === "dose") lastDose = { id: record.id, time_h: record.time_h };
    lines.push(
      csvLine([...person(run, record), ...what(record, parameter), ...when(record, lastDose.time_h), ...event(record)]),
    );
  }
  return lines.join("");
}

type AnyRecord = DoseRecord | ValueRecord;

function person({ plan }: StoredRun, { id, subject, regimen }: AnyRecord) {
  const study = plan.scenario.id.toUpperCase();
  return [study, `${study}-${id}`, String(subject.subject), regimen.label];
}

function what(record: AnyRecord, parameter: { readonly code: string; readonly label: string; readonly unit: string }) {
  if (record.kind === "dose") return ["DOSE", "Dose", record.amount_mg, "mg"];
  return [parameter.code, parameter.label, record.value, parameter.unit];
}

/** Times from the first and from the latest dose; the first dose of a course may come after study day 1, 09:00. */
function when({ time_h, regimen }: AnyRecord, lastDose_h: number) {
  const fromFirst = time_h - (regimen.doses[0]?.time_h ?? 0);
  const fromLast = time_h - lastDose_h;
  return [fromFirst, fromFirst, fromLast, fromLast];
}

function event(record: AnyRecord) {
  const weight = [record.subject.covariates.WT_kg ?? Number.NaN, "kg"];
  const none = Number.NaN;
  if (record.kind === "value") {
    const isMissing = Number.isNaN(record.value);
    return [0, isMissing ? 1 : 0, record.compartment, none, "", none, none, "", ...weight, record.value];
  }
  const { amount_mg, compartment, dose, rate_mg_per_h } = record;
  return [1, 1, compartment, amount_mg, "mg", amount_mg, rate_mg_per_h, dose.route.toUpperCase(), ...weight, none];
}
