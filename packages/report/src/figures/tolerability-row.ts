import type { PlannedRegimen, RunPlan } from "@kinetamine/design";
import type { ReportInput } from "../report-input.ts";
import { type Column, numberColumn } from "../table/column.ts";
import { type CourseRow, courseColumns, courseIdentity, courseRows } from "./course-row.ts";
import { givenRows } from "./given-rows.ts";
import { observedRows } from "./observed-rows.ts";
import { overSubjects, spreadOf, subjectValues } from "./subject-values.ts";

/** One moment of the first session, or, with kind `peak`, the highest value of each virtual patient within one session. */
export type TolerabilityRow = CourseRow & { readonly session: number };

/** Columns of `TolerabilityRow`. */
export const tolerabilityColumns: readonly Column[] = [...courseColumns, numberColumn("session", "Session")];

/** Length of the first session's time axis [h]. */
export const sessionHours = 4;
/** The outputs shown, in order. */
export const tolerabilityOutputs = ["CADSS", "SBP_change"];

/** First session and session peaks of one regimen; nothing when neither output was observed. */
export function tolerabilityRows(input: ReportInput, regimen: PlannedRegimen): TolerabilityRow[] {
  const origin_h = regimen.doses[0]?.time_h ?? 0;
  const rows = tolerabilityOutputs.flatMap((output) => [
    ...courseRows(input, { regimen: regimen.id, output, origin_h, window_h: [0, sessionHours] as const }).map(
      (row) => ({ ...row, session: 1 }),
    ),
    ...peakRows(input, { regimen, output }),
    ...observedRows(input, { regimen, output }).map((row) => ({ ...row, session: 1 })),
  ]);
  return rows.length === 0 ? [] : [...givenRows(input, regimen).map((row) => ({ ...row, session: 1 })), ...rows];
}

function peakRows(
  input: ReportInput,
  course: { readonly regimen: PlannedRegimen; readonly output: string },
): TolerabilityRow[] {
  const { regimen, output } = course;
  const values = subjectValues(input.result, { regimen: regimen.id, output });
  if (values === undefined) return [];
  const identity = courseIdentity(input, { regimen: regimen.id, output });
  return regimen.doses.map((dose, index) => {
    const times = sessionTimes(input.result.plan, regimen, index);
    const peaks = overSubjects(values.count, (subject) =>
      Math.max(...times.map((time) => values.value(subject, time))),
    );
    return {
      ...identity,
      ...spreadOf(peaks),
      kind: "peak",
      time_h: dose.time_h,
      end_h: Number.NaN,
      source: "",
      session: dose.number,
    };
  });
}

/** Recorded times from the start of a session to the next session, at most 24 hours. */
function sessionTimes(plan: RunPlan, regimen: PlannedRegimen, session: number): number[] {
  const start = regimen.doses[session]?.time_h ?? 0;
  const end = Math.min(start + 24, regimen.doses[session + 1]?.time_h ?? Number.POSITIVE_INFINITY);
  return plan.times.flatMap((time, index) => (time >= start - 1e-9 && time <= end + 1e-9 ? [index] : []));
}
