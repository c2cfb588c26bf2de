import { dot, type Markish, ruleX } from "@observablehq/plot";
import { inHours, type TimeScale } from "./course-marks.ts";
import type { CourseRow } from "./course-row.ts";
import type { KeyItem } from "./figure-spec.ts";
import { cornerNote, type PointLabel, pointLabels } from "./panel-notes.ts";

/** The plotting area that published values lie in. */
export interface PublishedPlace {
  /** Hours unless told. */
  readonly time?: TimeScale;
  /** Height of the vertical axis, in its unit. */
  readonly span: number;
  /** Height of the plotting area [px]. */
  readonly height: number;
  /** Further names to write beside points, set apart from the sources. */
  readonly names?: readonly PointLabel[];
  /** What to say when nothing was published. */
  readonly otherwise: string;
}

/** Key entry of published values. */
export const publishedKey: KeyItem = {
  mark: "dot",
  label: "published value (line: published spread)",
  color: "currentColor",
  symbol: "diamond",
};

/**
 * Published values with their sources, or the words that there are none: a curve without data says so.
 *
 * @param rows of kind `observed`, of one regimen and output
 */
export function publishedMarks(rows: readonly CourseRow[], place: PublishedPlace): Markish[] {
  const time = place.time ?? inHours;
  const x = (row: CourseRow) => time(row.time_h);
  const ranged = rows.filter((row) => Number.isFinite(row.q05) && Number.isFinite(row.q95));
  const valued = rows.filter((row) => Number.isFinite(row.q50));
  return [
    ruleX(ranged, { x, y1: "q05", y2: "q95", stroke: "currentColor", strokeWidth: 1.5 }),
    dot(valued, { x, y: "q50", symbol: "diamond", fill: "currentColor", stroke: "white", strokeWidth: 1, r: 5 }),
    pointLabels([...(place.names ?? []), ...sourceLabels(rows, time)], place),
    ...(rows.length === 0 ? [cornerNote(place.otherwise)] : []),
  ];
}

/** The source of each series once, beside its first point. */
function sourceLabels(rows: readonly CourseRow[], time: TimeScale): PointLabel[] {
  const first = rows.filter((row, index) => rows.findIndex((other) => other.source === row.source) === index);
  return first.map((row) => ({
    x: time(row.time_h),
    y: Number.isFinite(row.q50) ? row.q50 : row.q95,
    words: row.source,
  }));
}
