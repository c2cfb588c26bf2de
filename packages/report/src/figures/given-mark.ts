import { type Markish, rectY } from "@observablehq/plot";
import type { CourseRow } from "./course-row.ts";

/** The narrowest bar that can be seen [h]. */
const least = 0.03;

/**
 * The giving of the drug as a bar along the foot of a panel; a nasal device is a short stroke.
 *
 * @param rows of kind `given`
 * @param top upper end of the vertical axis, which starts at 0
 */
export function givenMark(rows: readonly CourseRow[], top: number): Markish {
  return rectY(rows, {
    x1: "time_h",
    x2: (row: CourseRow) => Math.max(row.end_h, row.time_h + least),
    y1: 0,
    y2: 0.035 * top,
    fill: "currentColor",
    fillOpacity: 0.5,
  });
}
