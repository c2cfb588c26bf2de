import { type Markish, text } from "@observablehq/plot";
import type { ReportInput } from "../report-input.ts";
import { formatExact, formatNumber } from "../text/format-number.ts";
import { unitLabel } from "../text/unit-label.ts";
import { dayAxis, margins, sideAxis } from "./axis-options.ts";
import { inStudyDays, medianLine, ribbonKey, ribbonMarks } from "./course-marks.ts";
import { type CourseRow, courseColumns, courseRows } from "./course-row.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { Panel } from "./figure-spec.ts";
import { halo, noteSize } from "./panel-notes.ts";
import { highest, peakOf } from "./peak.ts";
import { type DrawnRegimen, drawnRegimens, regimenTitle } from "./regimen-style.ts";

const ketamine = "C_ketamine_venous";
const norketamine = "C_norketamine_venous";
/** Below this the picture ends: trials measure little there, and the model is known to fall too fast [ng/mL]. */
const floor = 1;

/** F03: venous plasma over the whole course of sessions, on a logarithmic axis. */
export const plasmaCourse: FigureDefinition<CourseRow> = {
  id: "F03",
  columns: courseColumns,
  rows,
  draw(rows) {
    const regimens = drawnRegimens(rows);
    return {
      title: "Ketamine and norketamine in venous plasma over the course",
      caption:
        "Simulated in virtual patients. The axis is logarithmic, so a straight fall means a constant half-life; it ends at 1 ng/mL. " +
        "Beyond about 12 hours the model is known to fall faster than measured levels do, so whatever is left between sessions is under-predicted.",
      alt: regimens.map((regimen) => describe(rows, regimen)).join(" "),
      key: [...ribbonKey, { mark: "line", label: "norketamine, median", color: "currentColor", dash: "2 2" }],
      panels: regimens.map((regimen) => [panel(rows, regimen)]),
    };
  },
};

function rows(input: ReportInput): CourseRow[] {
  const last = Math.max(
    0,
    ...input.result.plan.regimens.flatMap((regimen) => regimen.doses.map((dose) => dose.time_h)),
  );
  return input.result.plan.regimens.flatMap((regimen) => {
    const selection = {
      regimen: regimen.id,
      origin_h: 0,
      window_h: [0, last + 72] as const,
      scale: (value: number) => Math.log(visible(value)),
    };
    return [ketamine, norketamine]
      .flatMap((output) => courseRows(input, { ...selection, output }))
      .map((row) => ({
        ...row,
        q05: visible(row.q05),
        q25: visible(row.q25),
        q50: visible(row.q50),
        q75: visible(row.q75),
        q95: visible(row.q95),
      }));
  });
}

/** Values under the floor stand at the floor: a logarithmic axis has no zero. */
function visible(value: number): number {
  return Math.max(floor, value);
}

/** Powers of ten from the floor upwards. */
function decades(top: number): number[] {
  return Array.from({ length: 1 + Math.floor(Math.log10(top / floor)) }, (_, index) => floor * 10 ** index);
}

function panel(rows: readonly CourseRow[], regimen: DrawnRegimen): Panel {
  const own = rows.filter((row) => row.regimen === regimen.id);
  const parent = own.filter((row) => row.output === ketamine);
  const metabolite = own.filter((row) => row.output === norketamine);
  const last = Math.max(...rows.map((row) => inStudyDays(row.time_h)));
  return {
    title: regimenTitle(regimen),
    subtitle: `Venous plasma (${unitLabel(own[0]?.unit ?? "ng/mL")}), logarithmic axis`,
    height: 190,
    plot: (width) => ({
      ...margins,
      x: dayAxis(last, { width }),
      y: sideAxis({
        type: "log",
        domain: [floor, 1.25 * highest(rows)],
        ticks: decades(highest(rows)),
        tickFormat: "~f",
        nice: false,
      }),
      marks: [
        ...ribbonMarks(parent, { style: regimen.style, time: inStudyDays }),
        medianLine(metabolite, { style: { ...regimen.style, color: "currentColor", dash: "2 2" }, time: inStudyDays }),
        metaboliteName(metabolite),
      ],
    }),
  };
}

function metaboliteName(rows: readonly CourseRow[]): Markish {
  const peak = peakOf(rows);
  return text(peak === undefined ? [] : [peak], {
    x: (row: CourseRow) => inStudyDays(row.time_h),
    y: "q50",
    text: () => "norketamine",
    textAnchor: "start",
    dx: 8,
    fontSize: noteSize,
    ...halo,
  });
}

function describe(rows: readonly CourseRow[], regimen: DrawnRegimen): string {
  const peak = peakOf(rows.filter((row) => row.regimen === regimen.id && row.output === ketamine));
  if (peak === undefined) return `${regimenTitle(regimen)}: no course.`;
  const moment = `${formatNumber(peak.q50)} ${peak.unit} on study day ${formatExact(Math.floor(inStudyDays(peak.time_h)))}`;
  return `${regimenTitle(regimen)}: one peak per session, the highest median ${moment}, each followed by a fall towards the foot of the axis.`;
}
