import { areaY, type Markish } from "@observablehq/plot";
import { certaintyBadge, weakest } from "../text/certainty.ts";
import { formatNumber } from "../text/format-number.ts";
import { bottomAxis, margins, sideAxis } from "./axis-options.ts";
import { medianLine, regimenKey } from "./course-marks.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { Panel } from "./figure-spec.ts";
import { type MechanismRow, mechanismColumns, mechanismRows } from "./mechanism-row.ts";
import { panelPairs } from "./panel-lines.ts";
import { pointLabels } from "./panel-notes.ts";
import { highest, peakOf } from "./peak.ts";
import { type DrawnRegimen, drawnRegimens, regimenTitle } from "./regimen-style.ts";

const hoursPer: Readonly<Record<string, number>> = { hours: 1, days: 24, weeks: 168 };

/** F04: the ladder from receptor block to symptom effect, each step on its own clock and with its certainty. */
export const mechanismLadder: FigureDefinition<MechanismRow> = {
  id: "F04",
  columns: mechanismColumns,
  rows: mechanismRows,
  draw(rows) {
    const regimens = drawnRegimens(rows);
    const steps = [...new Set(rows.map((row) => row.step))].toSorted((a, b) => a - b);
    return {
      title: "From receptor block to symptom effect, step by step",
      caption:
        `Simulated in virtual patients; read from a to ${String.fromCharCode(96 + steps.length)}, each step driving the next. ` +
        "Every step has its own clock: hours, then days, then weeks. " +
        "The sign under each heading says how far the evidence reaches: ● measured in people, ▲ in animals only, ◇ a hypothesis; a step is no surer than its weakest quantity. Fold means times the value without drug, excess means above it.",
      alt: steps.map((step) => describe(rows, regimens, step)).join(" "),
      key: [
        ...regimenKey(regimens),
        { mark: "band", label: "9 of 10 virtual patients", color: "currentColor", opacity: 0.2 },
      ],
      panels: panelPairs(steps.map((step) => panel(rows, regimens, step))),
    };
  },
};

function panel(rows: readonly MechanismRow[], regimens: readonly DrawnRegimen[], step: number): Panel {
  const own = rows.filter((row) => row.step === step);
  const first = own[0]!;
  const start = Math.min(...own.map((row) => row.q05));
  const low = start > 0.9 ? 1 : 0;
  const top = highest(own);
  return {
    title: `${first.step_title} (${first.quantity})`,
    subtitle: certaintyBadge(weakest(own.map((row) => row.certainty))),
    height: 158,
    plot: () => ({
      ...margins,
      x: bottomAxis(axisLabel(first.axis), { domain: [0, Math.max(...own.map((row) => onAxis(row)))] }),
      y: sideAxis({ domain: [low, top] }),
      marks: [
        ...regimens.flatMap((regimen) =>
          lineMarks(
            own.filter((row) => row.regimen === regimen.id),
            regimen,
          ),
        ),
        lineNames(
          own.filter((row) => row.regimen === peakOf(own)?.regimen),
          top - low,
        ),
      ],
    }),
  };
}

function onAxis(row: { readonly time_h: number; readonly axis: string }): number {
  return row.time_h / (hoursPer[row.axis] ?? 1);
}

function axisLabel(axis: string): string {
  return axis === "hours"
    ? "Hours from the start of the first session"
    : `${axis === "days" ? "Days" : "Weeks"} from the first session`;
}

function lineMarks(rows: readonly MechanismRow[], { style }: DrawnRegimen): Markish[] {
  const time = (time_h: number) => time_h / (hoursPer[rows[0]?.axis ?? "hours"] ?? 1);
  const lines = [...new Set(rows.map((row) => row.output))];
  const spread = rows.filter((row) => row.output === lines[0]);
  return [
    areaY(spread, { x: onAxis, y1: "q05", y2: "q95", fill: style.color, fillOpacity: 0.16 }),
    ...lines.map((output) =>
      medianLine(
        rows.filter((row) => row.output === output),
        { style, time },
      ),
    ),
  ];
}

/** Names of the lines of a step that has several. */
function lineNames(rows: readonly MechanismRow[], span: number): Markish {
  const lines = [...new Set(rows.map((row) => row.line_label))];
  const peaks = lines.length < 2 ? [] : lines.map((line) => peakOf(rows.filter((row) => row.line_label === line)));
  const labels = peaks.flatMap((row) =>
    row === undefined ? [] : [{ x: onAxis(row), y: row.q50, words: row.line_label }],
  );
  return pointLabels(labels, { span, height: 158 - margins.marginTop - margins.marginBottom });
}

function describe(rows: readonly MechanismRow[], regimens: readonly DrawnRegimen[], step: number): string {
  const own = rows.filter((row) => row.step === step);
  const peaks = regimens.flatMap((regimen) => {
    const peak = peakOf(own.filter((row) => row.regimen === regimen.id && row.line_label === own[0]?.line_label));
    return peak === undefined
      ? []
      : [`${regimenTitle(regimen)} ${formatNumber(peak.q50, 2)} after ${formatNumber(onAxis(peak), 2)} ${peak.axis}`];
  });
  return `Step ${step}, ${own[0]?.step_title ?? ""} (${weakest(own.map((row) => row.certainty))}), highest median: ${peaks.join(", ")}.`;
}
