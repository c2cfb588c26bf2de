import type { ResponseCurve } from "@kinetamine/design";
import { areaY, lineY, type Markish } from "@observablehq/plot";
import type { ReportInput } from "../report-input.ts";
import { type Column, numberColumn, textColumn } from "../table/column.ts";
import { formatPercent } from "../text/format-number.ts";
import { dayAxis, margins, sideAxis } from "./axis-options.ts";
import { inStudyDays, regimenKey } from "./course-marks.ts";
import { lineTolerance } from "./course-row.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { Panel } from "./figure-spec.ts";
import { type DrawnRegimen, drawnRegimens, regimenTitle } from "./regimen-style.ts";
import { thinIndices } from "./thin-indices.ts";

/** The share of virtual patients that meet a criterion at one moment. */
export type ShareRow = {
  readonly criterion: string;
  readonly criterion_label: string;
  readonly regimen: string;
  readonly regimen_label: string;
  readonly time_h: number;
  readonly share: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
};

const columns: readonly Column[] = [
  textColumn("criterion", "Criterion"),
  textColumn("criterion_label", "Criterion in words"),
  textColumn("regimen", "Regimen"),
  textColumn("regimen_label", "Regimen in words"),
  numberColumn("time_h", "Time (h)"),
  numberColumn("share", "Share"),
  numberColumn("error", "Monte Carlo standard error"),
  numberColumn("low", "Share less 1.96 errors"),
  numberColumn("high", "Share plus 1.96 errors"),
];

/** Standard normal quantile of 97.5 %: the ends of a 95 % interval. */
const z95 = 1.96;

/** F06: how many virtual patients respond and remit over time, with the error that the number of patients leaves. */
export const responseCurves: FigureDefinition<ShareRow> = {
  id: "F06",
  columns,
  rows: (input) =>
    input.summary.responses.flatMap((curve) => [
      ...shareRows(input, curve, "response"),
      ...shareRows(input, curve, "remission"),
    ]),
  draw(rows) {
    const regimens = drawnRegimens(rows);
    const criteria = [...new Set(rows.map((row) => row.criterion))];
    return {
      title: "Response and remission over the course",
      caption:
        "Simulated shares of virtual patients. The band is the Monte Carlo error (95 %): how far the share would move with other virtual patients from the same population, " +
        "not how sure the model is. Responding means crossing a cut on a scale; patients close to the cut count the same as those far from it.",
      alt: criteria.flatMap((criterion) => regimens.map((regimen) => describe(rows, regimen, criterion))).join(" "),
      key: [
        ...regimenKey(regimens),
        { mark: "band", label: "Monte Carlo error, 95 %", color: "currentColor", opacity: 0.22 },
      ],
      panels: [criteria.map((criterion) => panel(rows, regimens, criterion))],
    };
  },
};

function shareRows(input: ReportInput, curve: ResponseCurve, criterion: "response" | "remission"): ShareRow[] {
  const { plan } = input.result;
  const share = curve[criterion];
  const error = criterion === "response" ? curve.responseError : curve.remissionError;
  const label = plan.regimens.find((regimen) => regimen.id === curve.regimen)?.label ?? "";
  const all = plan.times.map((_, index) => index);
  return thinIndices(all, { times: plan.times, series: [share], tolerance: lineTolerance }).map((index) => ({
    criterion,
    criterion_label: criterionLabel(input, criterion),
    regimen: curve.regimen,
    regimen_label: label,
    time_h: plan.times[index]!,
    share: share[index]!,
    error: error[index]!,
    low: Math.max(0, share[index]! - z95 * error[index]!),
    high: Math.min(1, share[index]! + z95 * error[index]!),
  }));
}

function criterionLabel(input: ReportInput, criterion: "response" | "remission"): string {
  const { scale } = input.result.plan;
  return criterion === "response"
    ? `${scale.name} down by ${formatPercent(scale.responseFraction)} or more`
    : `${scale.name} at ${scale.remissionAtMost} or less`;
}

function panel(rows: readonly ShareRow[], regimens: readonly DrawnRegimen[], criterion: string): Panel {
  const own = rows.filter((row) => row.criterion === criterion);
  const last = Math.max(...own.map((row) => inStudyDays(row.time_h)));
  return {
    title: criterion === "response" ? "Response" : "Remission",
    subtitle: own[0]?.criterion_label ?? "",
    height: 220,
    plot: (width) => ({
      ...margins,
      marginLeft: 54,
      x: dayAxis(last, { width }),
      y: sideAxis({ domain: [0, 1], ticks: 5, tickFormat: (share: number) => formatPercent(share) }),
      marks: regimens.flatMap((regimen) =>
        curveMarks(
          own.filter((row) => row.regimen === regimen.id),
          regimen,
        ),
      ),
    }),
  };
}

function curveMarks(rows: readonly ShareRow[], { style }: DrawnRegimen): Markish[] {
  const x = (row: ShareRow) => inStudyDays(row.time_h);
  return [
    areaY(rows, { x, y1: "low", y2: "high", fill: style.color, fillOpacity: 0.22 }),
    lineY(rows, {
      x,
      y: "share",
      stroke: style.color,
      strokeWidth: 2,
      strokeDasharray: style.dash,
      strokeLinecap: "butt",
    }),
  ];
}

function describe(rows: readonly ShareRow[], regimen: DrawnRegimen, criterion: string): string {
  const own = rows.filter((row) => row.regimen === regimen.id && row.criterion === criterion);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return "";
  const best = own.reduce((top, row) => (row.share > top.share ? row : top), first);
  return `${regimenTitle(regimen)}, ${criterion}: at most ${formatPercent(best.share)} of virtual patients, on study day ${Math.floor(inStudyDays(best.time_h))}; ${formatPercent(last.share)} on day ${Math.floor(inStudyDays(last.time_h))}.`;
}
