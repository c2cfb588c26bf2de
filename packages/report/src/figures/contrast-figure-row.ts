import type { ContrastRow } from "@kinetamine/design";
import type { ReportInput } from "../report-input.ts";
import { type Column, numberColumn, textColumn } from "../table/column.ts";
import { isPerSession } from "../text/per-session.ts";
import { lineTolerance } from "./course-row.ts";
import { overSubjects, type Spread, spreadOf, subjectValues } from "./subject-values.ts";
import { thinIndices } from "./thin-indices.ts";

/** A paired difference between two regimens: of an endpoint (kind `endpoint`), or of the score at one moment (kind `course`). */
export type ContrastFigureRow = {
  readonly kind: string;
  readonly from: string;
  readonly from_label: string;
  readonly to: string;
  readonly to_label: string;
  readonly endpoint: string;
  readonly label: string;
  readonly unit: string;
  readonly time_h: number;
  readonly mean: number;
  readonly mean_error: number;
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
  readonly relative: number;
  readonly parameter05: number;
  readonly parameter95: number;
};

/** Columns of `ContrastFigureRow`. */
export const contrastColumns: readonly Column[] = [
  textColumn("kind", "Kind of row"),
  textColumn("from", "Compared with"),
  textColumn("from_label", "Compared with, in words"),
  textColumn("to", "Regimen"),
  textColumn("to_label", "Regimen in words"),
  textColumn("endpoint", "Endpoint"),
  textColumn("label", "Endpoint in words"),
  textColumn("unit", "Unit"),
  numberColumn("time_h", "Time (h)"),
  numberColumn("mean", "Mean difference"),
  numberColumn("mean_error", "Monte Carlo standard error"),
  numberColumn("q05", "5 % below"),
  numberColumn("q25", "25 % below"),
  numberColumn("q50", "Median"),
  numberColumn("q75", "75 % below"),
  numberColumn("q95", "95 % below"),
  numberColumn("relative", "Relative difference of means"),
  numberColumn("parameter05", "Typical patient, 5 % of draws below"),
  numberColumn("parameter95", "Typical patient, 95 % of draws below"),
];

/** Differences of the endpoints worth a line each. */
export function endpointContrastRows(input: ReportInput): ContrastFigureRow[] {
  return input.summary.contrasts
    .filter((contrast) => !isPerSession(contrast.endpoint))
    .map((contrast) => ({
      ...pairOf(input, contrast),
      kind: "endpoint",
      endpoint: contrast.endpoint,
      label: contrast.label,
      unit: contrast.unit,
      time_h: Number.NaN,
      mean: contrast.mean,
      mean_error: contrast.meanError,
      q05: contrast.q05,
      q25: Number.NaN,
      q50: contrast.q50,
      q75: Number.NaN,
      q95: contrast.q95,
      relative: contrast.relative,
      parameter05: contrast.parameter05,
      parameter95: contrast.parameter95,
    }));
}

/** The difference of the score over time in the same virtual patients, for every pair of regimens under contrast. */
export function courseContrastRows(input: ReportInput): ContrastFigureRow[] {
  const pairs = input.summary.contrasts.filter(
    (contrast, index, all) =>
      all.findIndex((other) => other.from === contrast.from && other.to === contrast.to) === index,
  );
  return pairs.flatMap((pair) => differenceOverTime(input, pair));
}

function differenceOverTime(input: ReportInput, pair: Pick<ContrastRow, "from" | "to">): ContrastFigureRow[] {
  const { result } = input;
  const output = result.plan.outputs.find((candidate) => candidate.name === "score");
  const from = subjectValues(result, { regimen: pair.from, output: "score" });
  const to = subjectValues(result, { regimen: pair.to, output: "score" });
  if (output === undefined || from === undefined || to === undefined) return [];
  const spreads = result.plan.times.map((_, time) =>
    spreadOf(overSubjects(from.count, (subject) => to.value(subject, time) - from.value(subject, time))),
  );
  const none = {
    mean: Number.NaN,
    mean_error: Number.NaN,
    relative: Number.NaN,
    parameter05: Number.NaN,
    parameter95: Number.NaN,
  };
  const base = {
    ...pairOf(input, pair),
    ...none,
    kind: "course",
    endpoint: output.name,
    label: `${result.plan.scale.name} score`,
    unit: output.unit,
  };
  return drawnMoments(result.plan.times, spreads).map((index) => ({
    ...base,
    time_h: result.plan.times[index]!,
    ...spreads[index]!,
  }));
}

function drawnMoments(times: readonly number[], spreads: readonly Spread[]): number[] {
  const series = (["q05", "q25", "q50", "q75", "q95"] as const).map((name) => spreads.map((spread) => spread[name]));
  return thinIndices(
    times.map((_, index) => index),
    { times, series, tolerance: lineTolerance },
  );
}

function pairOf(
  input: ReportInput,
  pair: Pick<ContrastRow, "from" | "to">,
): Pick<ContrastFigureRow, "from" | "from_label" | "to" | "to_label"> {
  const label = (id: string) => input.result.plan.regimens.find((regimen) => regimen.id === id)?.label ?? "";
  return { from: pair.from, from_label: label(pair.from), to: pair.to, to_label: label(pair.to) };
}
