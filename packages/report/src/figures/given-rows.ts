import type { PlannedDose, PlannedRegimen } from "@kinetamine/design";
import type { ReportInput } from "../report-input.ts";
import { doseText } from "../text/dose-text.ts";
import { type CourseRow, courseIdentity } from "./course-row.ts";

const unknown = { q05: Number.NaN, q25: Number.NaN, q50: Number.NaN, q75: Number.NaN, q95: Number.NaN } as const;

/**
 * The giving of the first session as rows of kind `given`: one bar for an infusion, one moment per nasal device.
 *
 * @returns times from the start of the session [h]
 */
export function givenRows(input: ReportInput, regimen: PlannedRegimen): CourseRow[] {
  const dose = regimen.doses[0];
  if (dose === undefined) return [];
  const identity = { ...courseIdentity(input, { regimen: regimen.id, output: "" }), output_label: "", unit: "h" };
  return parts(dose).map(([time_h, end_h]) => ({
    ...identity,
    ...unknown,
    kind: "given",
    time_h,
    end_h,
    source: doseText(dose),
  }));
}

function parts(dose: PlannedDose): [number, number][] {
  const { device } = dose;
  if (device === undefined) return [[0, dose.duration_h]];
  return Array.from({ length: device.count }, (_, index) => [index * device.gap_h, index * device.gap_h]);
}
