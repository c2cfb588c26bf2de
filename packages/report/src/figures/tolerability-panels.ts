import { dot, type Markish, ruleX, ruleY } from "@observablehq/plot";
import { unitLabel } from "../text/unit-label.ts";
import { bottomAxis, margins, sideAxis } from "./axis-options.ts";
import { inHours, innerOpacity, outerOpacity, ribbonMarks } from "./course-marks.ts";
import type { Panel } from "./figure-spec.ts";
import { givenMark } from "./given-mark.ts";
import { highest } from "./peak.ts";
import { publishedMarks } from "./published-marks.ts";
import { type DrawnRegimen, regimenTitle } from "./regimen-style.ts";
import { sessionHours, type TolerabilityRow } from "./tolerability-row.ts";

const height = 170;
const otherwise = "no data here for this regimen";

/** One output over the first session of one regimen; both regimens share the axis. */
export function firstSessionPanel(
  rows: readonly TolerabilityRow[],
  place: { readonly regimen: DrawnRegimen; readonly output: string },
): Panel {
  const { regimen, output } = place;
  const simulated = rows.filter((row) => row.output === output && row.kind !== "peak");
  const quantity = quantityOf(rows, output);
  const top = highest(simulated);
  const own = rows.filter((row) => row.regimen === regimen.id);
  return {
    title: `${quantity.label}, first session`,
    subtitle: `${regimenTitle(regimen)} (${quantity.unit})`,
    height,
    plot: () => ({
      ...margins,
      x: bottomAxis("Hours from the start of the session", { domain: [0, sessionHours], ticks: 5 }),
      y: sideAxis({ domain: [lowest(simulated), top] }),
      marks: [
        givenMark(
          own.filter((row) => row.kind === "given"),
          top,
        ),
        ruleY([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
        ...ribbonMarks(
          own.filter((row) => row.output === output && row.kind === "simulated"),
          { style: regimen.style, time: inHours },
        ),
        ...publishedMarks(
          own.filter((row) => row.output === output && row.kind === "observed"),
          { span: top, height: height - margins.marginTop - margins.marginBottom, otherwise },
        ),
      ],
    }),
  };
}

/** The peaks of every session, regimens side by side at each session number. */
export function sessionPeaksPanel(
  rows: readonly TolerabilityRow[],
  place: { readonly regimens: readonly DrawnRegimen[]; readonly output: string },
): Panel {
  const peaks = rows.filter((row) => row.output === place.output && row.kind === "peak");
  const quantity = quantityOf(rows, place.output);
  const last = Math.max(...peaks.map((row) => row.session));
  return {
    title: `${quantity.label}, peak of each session`,
    subtitle: `Highest value of each virtual patient (${quantity.unit})`,
    height: 190,
    plot: () => ({
      ...margins,
      x: bottomAxis("Session", { domain: [0.4, last + 0.6], ticks: sessionTicks(last), tickFormat: "d" }),
      y: sideAxis({ domain: [lowest(peaks), highest(peaks)] }),
      marks: place.regimens.flatMap((regimen, index) => {
        const shift = (index - (place.regimens.length - 1) / 2) * 0.22;
        return peakMarks(
          peaks.filter((row) => row.regimen === regimen.id),
          regimen,
          shift,
        );
      }),
    }),
  };
}

/** The lowest end of any band, at most 0. */
function lowest(rows: readonly TolerabilityRow[]): number {
  return Math.min(0, ...rows.map((row) => row.q05).filter((end) => Number.isFinite(end)));
}

function sessionTicks(last: number): number[] {
  const step = Math.max(1, Math.ceil(last / 12));
  return Array.from({ length: Math.floor((last - 1) / step) + 1 }, (_, index) => 1 + index * step);
}

function peakMarks(rows: readonly TolerabilityRow[], { style }: DrawnRegimen, shift: number): Markish[] {
  const x = (row: TolerabilityRow) => row.session + shift;
  return [
    ruleX(rows, { x, y1: "q05", y2: "q95", stroke: style.color, strokeOpacity: outerOpacity + 0.1, strokeWidth: 7 }),
    ruleX(rows, { x, y1: "q25", y2: "q75", stroke: style.color, strokeOpacity: innerOpacity, strokeWidth: 7 }),
    dot(rows, { x, y: "q50", symbol: style.symbol, fill: style.color, r: 4 }),
  ];
}

function quantityOf(
  rows: readonly TolerabilityRow[],
  output: string,
): { readonly label: string; readonly unit: string } {
  const row = rows.find((candidate) => candidate.output === output);
  return { label: row?.output_label ?? output, unit: unitLabel(row?.unit ?? "1") };
}
