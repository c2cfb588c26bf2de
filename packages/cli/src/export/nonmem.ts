import { covariateName } from "../data-files/covariate-name.ts";
import { csvLine } from "../data-files/csv.ts";
import { dataRecords } from "./data-record.ts";
import type { StoredRun } from "./stored-run.ts";

/** What a data set for NONMEM says about itself; it cannot say it in the file. */
export const nonmemNotes = [
  "TIME [h]; AMT [mg free base]; RATE [mg/h], 0 for a nasal device, which is given as a bolus",
  "CMT 1 is plasma (infusions, observations), CMT 2 the nose",
  "ID is unique over regimens: the same virtual patient has one ID in each; REGN and SUBJ say which",
] as const;

/**
 * A data set with the columns NONMEM expects: doses as EVID 1, simulated values without residual error as EVID 0.
 * @param output the model output that becomes DV
 * @returns CSV text; only numbers below the heading, as NONMEM requires
 */
export async function nonmemText(run: StoredRun, output: string): Promise<string> {
  const courses = await run.courses(output);
  const covariates = Object.keys(run.subjects[0]?.covariates ?? {});
  const columns = ["ID", "TIME", "AMT", "RATE", "ADDL", "II", "SS", "EVID", "CMT", "MDV", "DV", "REGN", "SUBJ"];
  const lines = [csvLine([...columns, ...covariates.map(nonmemName)])];
  for (const record of dataRecords(run, courses)) {
    const { id, time_h, regimen, subject } = record;
    const event =
      record.kind === "dose"
        ? [record.amount_mg, record.rate_mg_per_h, 0, 0, 0, 1, record.compartment, 1]
        : [0, 0, 0, 0, 0, 0, record.compartment, Number.isNaN(record.value) ? 1 : 0];
    const value = record.kind === "dose" || Number.isNaN(record.value) ? 0 : record.value;
    const person = covariates.map((name) => subject.covariates[name] ?? 0);
    lines.push(csvLine([id, time_h, ...event, value, regimen.number, subject.subject, ...person]));
  }
  return lines.join("");
}

/** NONMEM knows names of letters and digits only: `WT_kg` becomes `WT`, `CONMED_ssri` `CONMEDSSRI`. */
function nonmemName(covariate: string): string {
  return covariateName(covariate)
    .name.replaceAll(/[^A-Za-z0-9]/g, "")
    .toUpperCase();
}
