import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunPlan, SubjectRow } from "@kinetamine/design";
import { parquetReadObjects } from "hyparquet";
import { CliError } from "../cli-error.ts";
import { readCsv } from "../data-files/read-csv.ts";
import { readLockFile } from "../run-folder/lock.ts";
import { checkFiles } from "../verify/check-files.ts";
import { readManifest } from "../verify/read-manifest.ts";

/** A finished run as its folder holds it. */
export interface StoredRun {
  readonly plan: RunPlan;
  readonly subjects: readonly SubjectRow[];
  readonly courses: (output: string) => Promise<Courses>;
}

/** Digits that tell any two single-precision numbers apart; more would be noise. */
const singlePrecisionDigits = 9;

/** One output along `plan.times`, by regimen and virtual patient. */
export type Courses = (regimen: string, subject: number) => readonly number[];

/**
 * Reads a finished run whose files are those of its manifest.
 * @throws CliError for a folder that is no finished run, or has changed
 */
export async function readStoredRun(folder: string): Promise<StoredRun> {
  const [changed] = await checkFiles(folder, await readManifest(folder));
  if (changed) throw new CliError("run-changed", `Cannot export ${folder}: ${changed.path} ${changed.detail}`);
  const plan = await readLockFile(folder);
  const patients = readCsv(await readFile(join(folder, "data", "patients.csv"), "utf8"));
  return { plan, subjects: patients.map(subjectOf), courses: (output) => readCourses(folder, output) };
}

function subjectOf(row: Readonly<Record<string, string>>): SubjectRow {
  const { subject, status: _, ...numbers } = row;
  const entries = Object.entries(numbers).map(([name, text]) => [name, Number(text)] as const);
  const [etas, covariates] = [true, false].map((isEta) =>
    Object.fromEntries(entries.filter(([name]) => name.startsWith("eta_") === isEta)),
  );
  return { subject: Number(subject), covariates: covariates ?? {}, etas: etas ?? {} };
}

async function readCourses(folder: string, output: string): Promise<Courses> {
  const bytes = new Uint8Array(await readFile(join(folder, "data", "trajectories.parquet")));
  const rows = await parquetReadObjects({ file: bytes.buffer, columns: ["regimen", "subject", output] });
  const courses = new Map<string, number[]>();
  for (const row of rows) {
    const key = `${row.regimen} ${row.subject}`;
    const course = courses.get(key) ?? [];
    courses.set(key, course);
    course.push(Number(Number(row[output]).toPrecision(singlePrecisionDigits)));
  }
  return (regimen, subject) => courses.get(`${regimen} ${subject}`) ?? [];
}
