import type { PlannedDose, PlannedRegimen } from "@kinetamine/design";
import type { ObservedSeries, ReportInput } from "../report-input.ts";
import { type CourseRow, courseIdentity } from "./course-row.ts";

/**
 * Published values that belong beside a simulated first session, as rows of kind `observed`.
 *
 * A series belongs only where drug, route, dose and duration are those of the regimen's first dose: values of another
 * administration are never moved or scaled to fit.
 *
 * @returns times from the start of the session [h]; the published range, where printed, in `q05` and `q95`
 */
export function observedRows(
  input: ReportInput,
  course: { readonly regimen: PlannedRegimen; readonly output: string },
): CourseRow[] {
  const dose = course.regimen.doses[0];
  if (dose === undefined) return [];
  const identity = courseIdentity(input, { regimen: course.regimen.id, output: course.output });
  return input.observed
    .filter((series) => series.output === course.output && isSameAdministration(series.administration, dose))
    .flatMap((series) =>
      series.points.map((point) => ({
        ...identity,
        kind: "observed",
        time_h: point.time_h,
        end_h: Number.NaN,
        q05: point.low,
        q25: Number.NaN,
        q50: point.value,
        q75: Number.NaN,
        q95: point.high,
        source: series.label,
      })),
    );
}

function isSameAdministration(published: ObservedSeries["administration"], planned: PlannedDose): boolean {
  return (
    published.drug === planned.drug &&
    published.route === planned.route &&
    published.dose.unit === planned.dose.unit &&
    Math.abs(published.dose.value - planned.dose.value) < 1e-6 &&
    Math.abs(published.duration_h - planned.duration_h) < 1e-6
  );
}
