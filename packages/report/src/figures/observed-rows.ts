import type { PlannedDose, PlannedRegimen } from "@kinetamine/design";
import { citeShort, type ObservedSeries } from "@kinetamine/ketamine";
import type { ReportInput } from "../report-input.ts";
import { type CourseRow, courseIdentity } from "./course-row.ts";

/** Times as printed in minutes, stored in hours with four digits [h]. */
const sameTime = 1e-3;

/**
 * Published values that belong beside a simulated first session, as rows of kind `observed`.
 *
 * A series belongs only where drug, route, dose and duration are those of the regimen's first dose: values of another
 * administration are never moved or scaled to fit. A score belongs only where its label names the scale of the run.
 *
 * @returns times from the start of the session [h]; the published interval, where printed, in `q05` and `q95`
 */
export function observedRows(
  input: ReportInput,
  course: { readonly regimen: PlannedRegimen; readonly output: string },
): CourseRow[] {
  const dose = course.regimen.doses[0];
  if (dose === undefined) return [];
  const identity = courseIdentity(input, { regimen: course.regimen.id, output: course.output });
  const base = { ...identity, kind: "observed", end_h: Number.NaN, q25: Number.NaN, q75: Number.NaN };
  return input.observed
    .filter((series) => series.output === course.output && liesOnCourse(series, input.result.plan.scale.name))
    .filter((series) => isSameAdministration(series.administration, dose))
    .flatMap((series) =>
      series.points.map((point) => ({
        ...base,
        time_h: point.time_h,
        q05: point.low ?? Number.NaN,
        // The middle of a range was not measured.
        q50: series.statistic === "range" ? Number.NaN : point.value,
        q95: point.high ?? Number.NaN,
        source: sourceWords(input, series),
      })),
    );
}

/** Areas and differences from a control are not values of the course; a change from the start is, where the output counts from the start. */
function liesOnCourse(series: ObservedSeries, scale: string): boolean {
  if (series.output === "score") return series.quantity === "value" && series.label.includes(scale);
  if (series.quantity === "change") return series.output.endsWith("_change");
  return series.quantity === "concentration" || series.quantity === "peak" || series.quantity === "value";
}

function isSameAdministration(published: ObservedSeries["administration"], planned: PlannedDose): boolean {
  return (
    published.drug === planned.drug &&
    published.route === planned.route &&
    published.steps === undefined &&
    published.dose.unit === planned.dose.unit &&
    Math.abs(published.dose.value - planned.dose.value) < 1e-6 &&
    Math.abs(published.duration_h - planned.duration_h) < sameTime &&
    (published.device?.count ?? 0) === (planned.device?.count ?? 0)
  );
}

/** Author, year and statistic, and whether the value is recalled rather than read. */
function sourceWords(input: ReportInput, series: ObservedSeries): string {
  const reference = input.references.find((candidate) => candidate.id === series.sources[0]?.ref);
  const name = reference === undefined ? series.label : citeShort(reference);
  return `${name}, ${series.statistic}${series.status === "recalled" ? " (recalled)" : ""}`;
}
