import type { Ribbon } from "@kinetamine/design";
import type { ReportInput } from "../report-input.ts";
import { type Column, numberColumn, textColumn } from "../table/column.ts";
import { thinIndices } from "./thin-indices.ts";

/**
 * One moment of one output in one regimen. Kinds: `simulated` (spread between virtual patients), `given` (an infusion or
 * device, from `time_h` to `end_h`), `observed` (published value in `q50`, its range in `q05` and `q95`).
 */
export type CourseRow = {
  readonly kind: string;
  readonly regimen: string;
  readonly regimen_label: string;
  readonly output: string;
  readonly output_label: string;
  readonly unit: string;
  readonly time_h: number;
  readonly end_h: number;
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
  readonly source: string;
};

/** Columns of `CourseRow`. */
export const courseColumns: readonly Column[] = [
  textColumn("kind", "Kind of row"),
  textColumn("regimen", "Regimen"),
  textColumn("regimen_label", "Regimen in words"),
  textColumn("output", "Output"),
  textColumn("output_label", "Output in words"),
  textColumn("unit", "Unit"),
  numberColumn("time_h", "Time (h)"),
  numberColumn("end_h", "End (h)"),
  numberColumn("q05", "5 % below"),
  numberColumn("q25", "25 % below"),
  numberColumn("q50", "Median"),
  numberColumn("q75", "75 % below"),
  numberColumn("q95", "95 % below"),
  textColumn("source", "Source"),
];

/** A line may stand off its values by this share of its range: about half a pixel in the tallest panel. */
export const lineTolerance = 0.002;

/** Which part of which course to take. */
export interface CourseSelection {
  readonly regimen: string;
  readonly output: string;
  /** Study time at which the figure's clock starts [h]. */
  readonly origin_h: number;
  /** First and last moment, in the figure's own time [h]. */
  readonly window_h: readonly [number, number];
  /** From values to positions on the figure's axis, where that is not linear, so that moments are chosen for that axis. */
  readonly scale?: (value: number) => number;
}

/** A ribbon with the moments that a figure shows. */
export interface SelectedCourse {
  readonly ribbon: Ribbon;
  readonly indices: readonly number[];
}

/**
 * Finds the simulated spread of an output and the moments worth drawing.
 *
 * @returns undefined when the run did not observe the output or nothing falls into the window
 */
export function selectCourse(input: ReportInput, selection: CourseSelection): SelectedCourse | undefined {
  const ribbon = input.summary.ribbons.find(
    (candidate) => candidate.regimen === selection.regimen && candidate.output === selection.output,
  );
  if (ribbon === undefined) return undefined;
  const [from, to] = selection.window_h;
  const within = input.result.plan.times.flatMap((time, index) => {
    const own = time - selection.origin_h;
    return own >= from - 1e-9 && own <= to + 1e-9 ? [index] : [];
  });
  const { scale } = selection;
  const lines = [ribbon.q05, ribbon.q25, ribbon.q50, ribbon.q75, ribbon.q95, ribbon.parameter05, ribbon.parameter95];
  const series = scale === undefined ? lines : lines.map((values) => values.map(scale));
  const indices = thinIndices(within, { times: input.result.plan.times, series, tolerance: lineTolerance });
  return indices.length === 0 ? undefined : { ribbon, indices };
}

/** Turns a selected course into rows; none when the output was not observed. */
export function courseRows(input: ReportInput, selection: CourseSelection): CourseRow[] {
  const course = selectCourse(input, selection);
  if (course === undefined) return [];
  const { ribbon, indices } = course;
  const base = { ...courseIdentity(input, selection), kind: "simulated", end_h: Number.NaN, source: "" };
  return indices.map((index) => ({
    ...base,
    time_h: input.result.plan.times[index]! - selection.origin_h,
    q05: ribbon.q05[index]!,
    q25: ribbon.q25[index]!,
    q50: ribbon.q50[index]!,
    q75: ribbon.q75[index]!,
    q95: ribbon.q95[index]!,
  }));
}

/** The columns that say which course a row belongs to. */
export function courseIdentity(
  input: ReportInput,
  course: { readonly regimen: string; readonly output: string },
): Pick<CourseRow, "regimen" | "regimen_label" | "output" | "output_label" | "unit"> {
  const { plan } = input.result;
  const output = plan.outputs.find((candidate) => candidate.name === course.output);
  return {
    regimen: course.regimen,
    regimen_label: plan.regimens.find((candidate) => candidate.id === course.regimen)?.label ?? "",
    output: course.output,
    output_label: course.output === "score" ? `${plan.scale.name} score` : (output?.label ?? course.output),
    unit: output?.unit ?? "1",
  };
}
