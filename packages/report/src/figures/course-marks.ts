import { areaY, lineY, type Markish } from "@observablehq/plot";
import type { CourseRow } from "./course-row.ts";
import type { KeyItem } from "./figure-spec.ts";
import { type DrawnRegimen, type RegimenStyle, regimenTitle } from "./regimen-style.ts";

/** Opacity of the band that holds nine of ten virtual patients. */
export const outerOpacity = 0.2;
/** Opacity of the band that holds half of them, on top of the outer one. */
export const innerOpacity = 0.35;

/** Turns the time of a row [h] into the position on the axis. */
export type TimeScale = (time_h: number) => number;

/** Time since the origin in hours, as it stands in the rows. */
export const inHours: TimeScale = (time_h) => time_h;
/** Study day, counting the day of the first session as 1. */
export const inStudyDays: TimeScale = (time_h) => 1 + time_h / 24;

type Spread = Pick<CourseRow, "time_h" | "q05" | "q25" | "q50" | "q75" | "q95">;

/** The ribbon of one course: nine of ten virtual patients, half of them, and the median line. */
export function ribbonMarks(
  rows: readonly Spread[],
  look: { readonly style: RegimenStyle; readonly time: TimeScale },
): Markish[] {
  const x = (row: Spread) => look.time(row.time_h);
  const { color } = look.style;
  return [
    areaY(rows, { x, y1: "q05", y2: "q95", fill: color, fillOpacity: outerOpacity }),
    areaY(rows, { x, y1: "q25", y2: "q75", fill: color, fillOpacity: innerOpacity }),
    medianLine(rows, look),
  ];
}

/** The median of one course as a line in the regimen's colour and dash. */
export function medianLine(
  rows: readonly Spread[],
  look: { readonly style: RegimenStyle; readonly time: TimeScale },
): Markish {
  return lineY(rows, {
    x: (row: Spread) => look.time(row.time_h),
    y: "q50",
    stroke: look.style.color,
    strokeWidth: 2,
    strokeDasharray: look.style.dash,
    strokeLinecap: "butt",
  });
}

/** Key entries of a ribbon; grey because they hold for every regimen's colour. */
export const ribbonKey: readonly KeyItem[] = [
  { mark: "band", label: "9 of 10 virtual patients", color: "currentColor", opacity: outerOpacity },
  { mark: "band", label: "half of them", color: "currentColor", opacity: 0.48 },
  { mark: "line", label: "median", color: "currentColor" },
];

/** Key entries that name the regimens by colour and dash. */
export function regimenKey(regimens: readonly DrawnRegimen[]): KeyItem[] {
  return regimens.map((regimen) => ({
    mark: "line",
    label: regimenTitle(regimen),
    color: regimen.style.color,
    dash: regimen.style.dash,
  }));
}
