import { areaY, lineY, type Markish } from "@observablehq/plot";
import { withUnit } from "../text/unit-label.ts";
import { bottomAxis, margins, sideAxis } from "./axis-options.ts";
import { inHours, medianLine, outerOpacity, ribbonMarks } from "./course-marks.ts";
import type { CourseRow } from "./course-row.ts";
import type { Panel } from "./figure-spec.ts";
import { givenMark } from "./given-mark.ts";
import { highest, peakOf } from "./peak.ts";
import { publishedMarks } from "./published-marks.ts";
import { type DrawnRegimen, regimenTitle } from "./regimen-style.ts";

/** Length of the time axis [h]. */
export const sessionEnd = 6;
const height = 172;
const isArterial = (output: string) => output.endsWith("_arterial");

/** One quantity of one regimen: ribbon, published values and, where the rows hold it, the arterial median of the same quantity. */
export function plasmaPanel(
  rows: readonly CourseRow[],
  place: { readonly regimen: DrawnRegimen; readonly output: string },
): Panel {
  const { regimen, output } = place;
  const top = highest(rows.filter((row) => row.output === output || row.output === arterialOf(output)));
  const own = rows.filter((row) => row.regimen === regimen.id);
  return {
    title: quantityOf(rows, output),
    subtitle: regimenTitle(regimen),
    height,
    plot: () => ({
      ...axes(top),
      marks: [
        givenMark(
          own.filter((row) => row.kind === "given"),
          top,
        ),
        ...ribbonMarks(
          own.filter((row) => row.kind === "simulated" && row.output === output),
          { style: regimen.style, time: inHours },
        ),
        ...overlayMarks(own, output, top),
      ],
    }),
  };
}

/** One quantity of all regimens: medians with the outer band, for runs whose regimens are too many for a panel each. */
export function overlayPanel(rows: readonly CourseRow[], regimens: readonly DrawnRegimen[], output: string): Panel {
  const simulated = rows.filter((row) => row.kind === "simulated" && row.output === output);
  return {
    title: quantityOf(rows, output),
    subtitle: "All regimens: median, 9 of 10",
    height,
    plot: () => ({
      ...axes(highest(simulated)),
      marks: regimens.flatMap(({ id, style }): Markish[] => {
        const own = simulated.filter((row) => row.regimen === id);
        return [
          areaY(own, { x: "time_h", y1: "q05", y2: "q95", fill: style.color, fillOpacity: outerOpacity }),
          medianLine(own, { style, time: inHours }),
        ];
      }),
    }),
  };
}

/** The output that measures the same quantity in an artery. */
export function arterialOf(output: string): string {
  return output.replace("_venous", "_arterial");
}

/** Outputs that get panels of their own: arterial courses lie over the venous ones. */
export function venousOutputs(rows: readonly CourseRow[]): string[] {
  const outputs = rows.filter((row) => row.kind === "simulated").map((row) => row.output);
  return [...new Set(outputs)].filter((output) => !isArterial(output));
}

function axes(top: number): ReturnType<Panel["plot"]> {
  return {
    ...margins,
    x: bottomAxis("Hours from the start of the session", { domain: [0, sessionEnd] }),
    y: sideAxis({ domain: [0, top] }),
  };
}

function quantityOf(rows: readonly CourseRow[], output: string): string {
  const row = rows.find((candidate) => candidate.output === output);
  return withUnit(row?.output_label ?? output, row?.unit ?? "1");
}

/** What lies over the ribbon: the arterial median, published values and their names, or the words that there are none. */
function overlayMarks(own: readonly CourseRow[], output: string, top: number): Markish[] {
  const inArtery = own.filter((row) => row.kind === "simulated" && row.output === arterialOf(output));
  const peak = peakOf(inArtery);
  return [
    lineY(inArtery, { x: "time_h", y: "q50", stroke: "currentColor", strokeWidth: 1.2, strokeDasharray: "2 2" }),
    ...publishedMarks(
      own.filter((row) => row.kind === "observed" && row.output === output),
      {
        span: top,
        height: height - margins.marginTop - margins.marginBottom,
        names: peak === undefined ? [] : [{ x: peak.time_h, y: peak.q50, words: "arterial" }],
        otherwise: "no data here for this regimen",
      },
    ),
  ];
}
