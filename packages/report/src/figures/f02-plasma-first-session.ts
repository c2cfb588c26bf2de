import { lineY, type Markish } from "@observablehq/plot";
import type { ReportInput } from "../report-input.ts";
import { formatNumber } from "../text/format-number.ts";
import { withUnit } from "../text/unit-label.ts";
import { bottomAxis, margins, sideAxis } from "./axis-options.ts";
import { inHours, ribbonKey, ribbonMarks } from "./course-marks.ts";
import { type CourseRow, courseColumns, courseRows } from "./course-row.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { Panel } from "./figure-spec.ts";
import { givenMark } from "./given-mark.ts";
import { givenRows } from "./given-rows.ts";
import { observedRows } from "./observed-rows.ts";
import { panelPairs } from "./panel-lines.ts";
import { highest, peakOf } from "./peak.ts";
import { publishedKey, publishedMarks } from "./published-marks.ts";
import { type DrawnRegimen, drawnRegimens, regimenTitle } from "./regimen-style.ts";

const lastHour = 6;
const venous = "C_ketamine_venous";
const arterial = "C_ketamine_arterial";
const enantiomers = ["C_esketamine_venous", "C_arketamine_venous"];
const shown = [venous, arterial, ...enantiomers, "C_norketamine_venous"];

/** F02: concentrations in plasma during and after the first session, with published values where there are any. */
export const plasmaFirstSession: FigureDefinition<CourseRow> = {
  id: "F02",
  columns: courseColumns,
  rows,
  draw(rows) {
    const regimens = drawnRegimens(rows);
    const outputs = panelOutputs(rows);
    return {
      title: "Concentrations in plasma over the first session",
      caption: caption(rows),
      alt: regimens.map((regimen) => describe(rows, regimen)).join(" "),
      key: [
        ...ribbonKey,
        { mark: "line", label: "arterial, median", color: "currentColor", dash: "2 2" },
        { mark: "bar", label: "while the drug is given", color: "currentColor", opacity: 0.5 },
        publishedKey,
      ],
      panels: outputs.flatMap((output) => panelPairs(regimens.map((regimen) => panel(rows, { regimen, output })))),
    };
  },
};

function rows(input: ReportInput): CourseRow[] {
  return input.result.plan.regimens.flatMap((regimen) => {
    const origin_h = regimen.doses[0]?.time_h ?? 0;
    const selection = { regimen: regimen.id, origin_h, window_h: [0, lastHour] as const };
    const simulated = shown.flatMap((output) => courseRows(input, { ...selection, output }));
    if (simulated.length === 0) return [];
    return [
      ...givenRows(input, regimen),
      ...simulated,
      ...shown.flatMap((output) => observedRows(input, { regimen, output })),
    ];
  });
}

/** One line of panels per quantity that is there; with one enantiomer alone, its panel would repeat the total. */
function panelOutputs(rows: readonly CourseRow[]): string[] {
  const present = (output: string) => rows.some((row) => row.output === output && row.q95 > 0);
  const isRacemic = enantiomers.every(present);
  return shown.filter(
    (output) => output !== arterial && present(output) && (isRacemic || !enantiomers.includes(output)),
  );
}

const height = 172;

function panel(rows: readonly CourseRow[], place: { readonly regimen: DrawnRegimen; readonly output: string }): Panel {
  const { regimen, output } = place;
  const label = rows.find((row) => row.output === output);
  const top = highest(rows.filter((row) => row.output === output || (output === venous && row.output === arterial)));
  const own = rows.filter((row) => row.regimen === regimen.id);
  return {
    title: withUnit(label?.output_label ?? output, label?.unit ?? "1"),
    subtitle: regimenTitle(regimen),
    height,
    plot: () => ({
      ...margins,
      x: bottomAxis("Hours from the start of the session", { domain: [0, lastHour] }),
      y: sideAxis({ domain: [0, top] }),
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

/** What lies over the ribbon: the arterial median, published values and their names, or the words that there are none. */
function overlayMarks(own: readonly CourseRow[], output: string, top: number): Markish[] {
  const inArtery = output === venous ? own.filter((row) => row.output === arterial) : [];
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

function caption(rows: readonly CourseRow[]): string {
  const racemic = enantiomers.every((output) => rows.some((row) => row.output === output && row.q95 > 0));
  return [
    "Simulated concentrations in virtual patients; a range in virtual patients is not a forecast for a person.",
    "Trials mostly sample a vein, where the drug arrives later and peaks lower than in an artery: compare published values with the venous ribbon.",
    racemic
      ? "The racemate is half esketamine (S), half arketamine (R)."
      : "Esketamine is given alone here, so ketamine means esketamine.",
    "Published values appear only where drug, route, dose and duration are the same; they are not scaled.",
  ].join(" ");
}

function describe(rows: readonly CourseRow[], regimen: DrawnRegimen): string {
  const peak = peakOf(rows.filter((row) => row.regimen === regimen.id && row.output === venous));
  if (peak === undefined) return `${regimenTitle(regimen)}: no venous ketamine course.`;
  return `${regimenTitle(regimen)}: median venous ketamine peaks at ${formatNumber(peak.q50)} ${peak.unit} after ${formatNumber(peak.time_h, 2)} h; 9 of 10 virtual patients lie between ${formatNumber(peak.q05)} and ${formatNumber(peak.q95)} ${peak.unit} at that time.`;
}
