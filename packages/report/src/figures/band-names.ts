import { type Markish, text } from "@observablehq/plot";
import { inStudyDays } from "./course-marks.ts";
import { noteSize } from "./panel-notes.ts";
import type { SymptomRow } from "./symptom-row.ts";

/** Room to the right of a panel for the names of its bands [px]. */
export const bandNameMargin = 58;

/** Least distance between the middles of the two names: two lines of one, three of the other [px]. */
const apart = 33;

/**
 * Names the two bands to the right of where they end, moved apart where they would touch.
 *
 * @param rows simulated rows of one panel, in time
 * @param pixel height of a pixel in points of the scale
 */
export function bandNames(rows: readonly SymptomRow[], pixel: number): Markish {
  const end = rows.at(-1);
  if (end === undefined) return text([], {});
  const half = (end.q25 + end.q75) / 2;
  const names = [
    { y: half, words: "half of\nthem" },
    { y: Math.max((end.q75 + end.q95) / 2, half + apart * pixel), words: "9 of 10\nvirtual\npatients" },
  ];
  return text(names, {
    x: () => inStudyDays(end.time_h),
    y: "y",
    text: "words",
    textAnchor: "start",
    dx: 6,
    fontSize: noteSize,
    fill: "currentColor",
  });
}
