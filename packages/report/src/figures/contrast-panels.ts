import { areaY, dot, lineY, type Markish, ruleX, ruleY, text } from "@observablehq/plot";
import { fitText } from "../drawing/fit-text.ts";
import { formatResult } from "../text/format-number.ts";
import { unitLabel } from "../text/unit-label.ts";
import { bottomAxis, dayAxis, margins, sideAxis } from "./axis-options.ts";
import type { ContrastFigureRow } from "./contrast-figure-row.ts";
import { innerOpacity, inStudyDays, outerOpacity } from "./course-marks.ts";
import type { Panel } from "./figure-spec.ts";
import { halo, noteSize } from "./panel-notes.ts";

const color = "#0072B2";
const laneHeight = 46;
/** An axis of differences reaches at least this far either side of 0, in its unit, so that a trifle does not fill it. */
const leastReach = 1;

/** Differences of endpoints that share a unit, one lane each, around the line of no difference. */
export function endpointsPanel(rows: readonly ContrastFigureRow[]): Panel {
  const ends = rows
    .flatMap((row) => [row.q05, row.q95, row.mean, row.parameter05, row.parameter95])
    .filter((end) => Number.isFinite(end));
  const reach = 1.08 * Math.max(leastReach, ...ends.map((end) => Math.abs(end)));
  const unit = unitLabel(rows[0]?.unit ?? "1");
  return {
    title: `${contrastGroup(rows[0]?.endpoint ?? "")}: ${pairTitle(rows[0])}`,
    height: laneHeight * rows.length + margins.marginBottom + 6,
    plot: (width) => ({
      marginLeft: 12,
      marginRight: 12,
      marginTop: 2,
      marginBottom: margins.marginBottom,
      x: bottomAxis(`Difference${unit === "" ? "" : ` (${unit})`}; left of 0: less with ${rows[0]?.to ?? ""}`, {
        domain: [-reach, reach],
        ticks: 6,
      }),
      y: { type: "band", domain: rows.map((row) => row.endpoint), axis: null, padding: 0 },
      marks: [ruleX([0], { stroke: "currentColor", strokeOpacity: 0.6 }), ...endpointMarks(rows, { reach, width })],
    }),
  };
}

function endpointMarks(
  rows: readonly ContrastFigureRow[],
  { reach, width }: { readonly reach: number; readonly width: number },
): Markish[] {
  const lane = { y: "endpoint", dy: 9 };
  const drawn = rows.filter((row) => Number.isFinite(row.parameter05));
  return [
    ruleY(rows, { ...lane, x1: "q05", x2: "q95", stroke: color, strokeOpacity: 0.35, strokeWidth: 11 }),
    ruleY(drawn, {
      ...lane,
      x1: "parameter05",
      x2: "parameter95",
      stroke: "currentColor",
      strokeWidth: 1.8,
      strokeDasharray: "1 2.5",
    }),
    dot(rows, { ...lane, x: "mean", symbol: "diamond", fill: "currentColor", stroke: "white", r: 5 }),
    text(rows, {
      y: "endpoint",
      x: -reach,
      text: (row: ContrastFigureRow) => laneText(row, width),
      textAnchor: "start",
      dy: -10,
      dx: 2,
      fontSize: noteSize,
      ...halo,
    }),
  ];
}

function laneText(row: ContrastFigureRow, width: number): string {
  const isShare = Number.isFinite(row.relative) && row.relative !== 0 && !row.endpoint.startsWith("score");
  const value = `${formatResult(row.mean)}${isShare ? ` (${formatResult(100 * row.relative)} %)` : ""}`;
  const lines = fitText(`${row.label}: ${value}`, width - 20, { fontSize: noteSize, lines: 2 });
  return lines.join("\n");
}

/** Endpoints of one kind share a panel; scales are never mixed, though both count in points. */
export function contrastGroup(endpoint: string): string {
  const [kind] = endpoint.split("_");
  return groupTitles.get(kind ?? "") ?? "Other";
}

const groupTitles = new Map([
  ["ketamine", "Exposure"],
  ["CADSS", "Dissociation"],
  ["SBP", "Blood pressure"],
  ["score", "Symptoms"],
]);

/** The difference of the score over the course, in the same virtual patients. */
export function differencePanel(rows: readonly ContrastFigureRow[]): Panel {
  const ends = rows.flatMap((row) => [row.q05, row.q95]).filter((end) => Number.isFinite(end));
  const reach = Math.max(0.5, ...ends.map((end) => Math.abs(end)));
  const last = Math.max(...rows.map((row) => inStudyDays(row.time_h)));
  const x = (row: ContrastFigureRow) => inStudyDays(row.time_h);
  return {
    title: `${pairTitle(rows[0])}: ${rows[0]?.label ?? "score"} (${unitLabel(rows[0]?.unit ?? "")}) over the course`,
    subtitle: `Above 0: higher score with ${rows[0]?.to ?? ""}`,
    height: 190,
    plot: (width) => ({
      ...margins,
      x: dayAxis(last, { width }),
      y: sideAxis({ domain: [-reach, reach] }),
      marks: [
        ruleY([0], { stroke: "currentColor", strokeOpacity: 0.6 }),
        areaY(rows, { x, y1: "q05", y2: "q95", fill: color, fillOpacity: outerOpacity }),
        areaY(rows, { x, y1: "q25", y2: "q75", fill: color, fillOpacity: innerOpacity }),
        lineY(rows, { x, y: "q50", stroke: color, strokeWidth: 2 }),
      ],
    }),
  };
}

function pairTitle(row: ContrastFigureRow | undefined): string {
  return row === undefined ? "" : `${row.to} less ${row.from}`;
}
