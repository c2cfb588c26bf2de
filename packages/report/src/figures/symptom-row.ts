import type { PlannedRegimen } from "@kinetamine/design";
import type { ReportInput } from "../report-input.ts";
import { type Column, numberColumn } from "../table/column.ts";
import { formatExact } from "../text/format-number.ts";
import { type CourseRow, courseColumns, courseIdentity, courseRows, selectCourse } from "./course-row.ts";
import { observedRows } from "./observed-rows.ts";

/** One moment of the symptom score; further kinds: `session` (a dose at `time_h`) and `remission` (threshold in `q50`). */
export type SymptomRow = CourseRow & {
  readonly typical: number;
  readonly parameter05: number;
  readonly parameter95: number;
};

/** Columns of `SymptomRow`. */
export const symptomColumns: readonly Column[] = [
  ...courseColumns,
  numberColumn("typical", "Typical patient"),
  numberColumn("parameter05", "Typical patient, 5 % of draws below"),
  numberColumn("parameter95", "Typical patient, 95 % of draws below"),
];

const output = "score";
const noSpread = {
  end_h: Number.NaN,
  q05: Number.NaN,
  q25: Number.NaN,
  q50: Number.NaN,
  q75: Number.NaN,
  q95: Number.NaN,
  source: "",
} as const;
const noTypical = { typical: Number.NaN, parameter05: Number.NaN, parameter95: Number.NaN } as const;

/** Score, sessions, threshold of remission and published scores of one regimen; nothing when the score was not observed. */
export function symptomRows(input: ReportInput, regimen: PlannedRegimen): SymptomRow[] {
  const simulated = simulatedRows(input, regimen.id);
  if (simulated.length === 0) return [];
  const identity = courseIdentity(input, { regimen: regimen.id, output });
  const { remissionAtMost } = input.result.plan.scale;
  const base = { ...identity, ...noSpread, ...noTypical };
  return [
    ...simulated,
    ...regimen.doses.map((dose) => ({ ...base, kind: "session", time_h: dose.time_h })),
    {
      ...base,
      kind: "remission",
      time_h: 0,
      q50: remissionAtMost,
      source: `remission: ${formatExact(remissionAtMost)} or less`,
    },
    ...observedRows(input, { regimen, output }).map((row) => ({ ...row, ...noTypical })),
  ];
}

function simulatedRows(input: ReportInput, regimen: string): SymptomRow[] {
  const selection = { regimen, output, origin_h: 0, window_h: [0, Number.POSITIVE_INFINITY] as const };
  const course = selectCourse(input, selection);
  if (course === undefined) return [];
  const { ribbon, indices } = course;
  return courseRows(input, selection).map((row, position) => {
    const index = indices[position]!;
    return {
      ...row,
      typical: ribbon.typical[index] ?? Number.NaN,
      parameter05: ribbon.parameter05[index] ?? Number.NaN,
      parameter95: ribbon.parameter95[index] ?? Number.NaN,
    };
  });
}
