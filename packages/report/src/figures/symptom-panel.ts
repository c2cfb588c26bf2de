import { lineY, type Markish, ruleX, ruleY, text } from "@observablehq/plot";
import { unitLabel } from "../text/unit-label.ts";
import { dayAxis, margins, sideAxis } from "./axis-options.ts";
import { bandNameMargin, bandNames } from "./band-names.ts";
import { inStudyDays, ribbonMarks } from "./course-marks.ts";
import type { Panel } from "./figure-spec.ts";
import { halo, noteSize } from "./panel-notes.ts";
import { publishedMarks } from "./published-marks.ts";
import { type DrawnRegimen, regimenTitle } from "./regimen-style.ts";
import type { SymptomRow } from "./symptom-row.ts";

const height = 290;
const otherwise = "no data here for this scale and regimen";
const plotHeight = height - margins.marginTop - margins.marginBottom;

/** The score of one regimen; the axis starts at the foot of the scale, so that small changes look small. */
export function symptomPanel(
  rows: readonly SymptomRow[],
  place: { readonly regimen: DrawnRegimen; readonly top: number },
): Panel {
  const { regimen, top } = place;
  const own = rows.filter((row) => row.regimen === regimen.id);
  const simulated = own.filter((row) => row.kind === "simulated");
  const last = Math.max(...simulated.map((row) => inStudyDays(row.time_h)));
  return {
    title: regimenTitle(regimen),
    subtitle: `${own[0]?.output_label ?? ""} (${unitLabel(own[0]?.unit ?? "")}), lower is better`,
    height,
    plot: (width) => ({
      ...margins,
      marginRight: bandNameMargin,
      x: dayAxis(last, { width }),
      y: sideAxis({ domain: [0, top], ticks: 6 }),
      marks: [
        ...ribbonMarks(simulated, { style: regimen.style, time: inStudyDays }),
        ...parameterMarks(simulated),
        ...thresholdMarks(
          own.filter((row) => row.kind === "remission"),
          last,
        ),
        sessionMarks(
          own.filter((row) => row.kind === "session"),
          top,
        ),
        bandNames(simulated, top / plotHeight),
        ...publishedMarks(
          own.filter((row) => row.kind === "observed"),
          { time: inStudyDays, span: top, height: plotHeight, otherwise },
        ),
      ],
    }),
  };
}

/** The 90 % interval of the typical patient over parameter draws: two dotted outlines, so that it cannot be taken for a band of patients. */
function parameterMarks(rows: readonly SymptomRow[]): Markish[] {
  const drawn = rows.filter((row) => Number.isFinite(row.parameter05) && Number.isFinite(row.parameter95));
  return (["parameter05", "parameter95"] as const).map((end) =>
    lineY(drawn, {
      x: (row: SymptomRow) => inStudyDays(row.time_h),
      y: end,
      stroke: "currentColor",
      strokeWidth: 1.6,
      strokeDasharray: "1 2.5",
    }),
  );
}

function thresholdMarks(rows: readonly SymptomRow[], last: number): Markish[] {
  return [
    ruleY(rows, { y: "q50", stroke: "currentColor", strokeOpacity: 0.7, strokeDasharray: "4 3" }),
    text(rows, { x: last, y: "q50", text: "source", textAnchor: "end", dx: -4, dy: 8, fontSize: noteSize, ...halo }),
  ];
}

function sessionMarks(rows: readonly SymptomRow[], top: number): Markish {
  return ruleX(rows, {
    x: (row: SymptomRow) => inStudyDays(row.time_h),
    y1: 0,
    y2: 0.03 * top,
    stroke: "currentColor",
    strokeWidth: 2,
  });
}
