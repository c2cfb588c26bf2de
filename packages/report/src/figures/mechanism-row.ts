import { anxCore } from "@kinetamine/ketamine";
import { type MechanismStep, mechanismSteps } from "../mechanism-steps.ts";
import type { ReportInput } from "../report-input.ts";
import { type Column, numberColumn, textColumn } from "../table/column.ts";
import { type CourseRow, courseColumns, courseRows } from "./course-row.ts";

/** One moment of one line of one step of the ladder; time counts from the first session. */
export type MechanismRow = CourseRow & {
  readonly step: number;
  readonly step_title: string;
  readonly line_label: string;
  readonly quantity: string;
  readonly axis: string;
  readonly certainty: string;
};

/** Columns of `MechanismRow`. */
export const mechanismColumns: readonly Column[] = [
  numberColumn("step", "Step"),
  textColumn("step_title", "Step in words"),
  textColumn("line_label", "Line"),
  textColumn("quantity", "What the axis counts"),
  textColumn("axis", "Unit of the time axis"),
  textColumn("certainty", "Certainty"),
  ...courseColumns,
];

/** With more regimens, further lines of a step would be past telling apart. */
const mostWithAllLines = 2;

/** All steps of the ladder that the run observed; the first line of each only, when regimens are many. */
export function mechanismRows(input: ReportInput): MechanismRow[] {
  const isCrowded = input.result.plan.regimens.length > mostWithAllLines;
  return mechanismSteps().flatMap((step, index) => {
    const outputs = isCrowded ? step.outputs.slice(0, 1) : step.outputs;
    return stepRows(input, { ...step, outputs }, index + 1);
  });
}

function stepRows(input: ReportInput, step: MechanismStep, number: number): MechanismRow[] {
  const { title: step_title, quantity, axis } = step;
  const catalogue = anxCore().outputs;
  return input.result.plan.regimens.flatMap((regimen) =>
    step.outputs.flatMap((output) => {
      const origin_h = regimen.doses[0]?.time_h ?? 0;
      const certainty = catalogue.find((candidate) => candidate.name === output.name)?.certainty ?? "hypothesis";
      const words = { step: number, step_title, line_label: output.label, quantity, axis, certainty };
      const selection = { regimen: regimen.id, output: output.name, origin_h, window_h: [0, step.until_h] as const };
      return courseRows(input, selection).map((row) => ({ ...row, ...words }));
    }),
  );
}
