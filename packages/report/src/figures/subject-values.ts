import type { RunResult } from "@kinetamine/design";
import { quantileSorted } from "@kinetamine/numerics";
import { ReportError } from "../report-error.ts";

/** Reads one output of one virtual patient at one recorded time; NaN where the course failed. */
export type SubjectValue = (subject: number, time: number) => number;

/** The virtual patients of one regimen, seen through one output. */
export interface SubjectValues {
  readonly count: number;
  readonly value: SubjectValue;
}

/**
 * Opens the simulated courses of the virtual patients for one output.
 *
 * @returns undefined when the run did not record the output
 * @throws ReportError `block-missing` when the regimen has no courses
 */
export function subjectValues(
  result: RunResult,
  of: { readonly regimen: string; readonly output: string },
): SubjectValues | undefined {
  const { plan } = result;
  const column = plan.outputs.findIndex((output) => output.name === of.output);
  if (column < 0) return undefined;
  const block = result.blocks.find((candidate) => candidate.regimen === of.regimen && candidate.kind === "subjects");
  if (block === undefined) {
    throw new ReportError(
      "block-missing",
      `Cannot draw ${of.output}: found no courses of virtual patients for regimen ${of.regimen}, need one block`,
    );
  }
  const [times, outputs] = [plan.times.length, plan.outputs.length];
  return {
    count: block.courses,
    value: (subject, time) => block.values[(subject * times + time) * outputs + column] ?? Number.NaN,
  };
}

/** The spread of a number between virtual patients; failed courses are left out. */
export interface Spread {
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
}

/** Quantiles (type 7) of the values that are numbers; NaN throughout when none is. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  const at = (p: number) => (sorted.length === 0 ? Number.NaN : quantileSorted(sorted, p));
  return { q05: at(0.05), q25: at(0.25), q50: at(0.5), q75: at(0.75), q95: at(0.95) };
}

/** The numbers of all virtual patients, in order. */
export function overSubjects(count: number, number: (subject: number) => number): number[] {
  return Array.from({ length: count }, (_, subject) => number(subject));
}
