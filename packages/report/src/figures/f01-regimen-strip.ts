import { dot, type Markish, ruleY, text } from "@observablehq/plot";
import { formatExact } from "../text/format-number.ts";
import { dayAxis } from "./axis-options.ts";
import { type DoseRow, doseColumns, doseRows, givenText } from "./dose-row.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { Panel } from "./figure-spec.ts";
import { laneAxis, laneMargins } from "./lanes.ts";
import { halo, noteSize } from "./panel-notes.ts";
import { type DrawnRegimen, drawnRegimens, regimenTitle } from "./regimen-style.ts";
import { sessionPanel } from "./session-panel.ts";

/** F01: what is given when, in days over the course and in minutes within a session. */
export const regimenStrip: FigureDefinition<DoseRow> = {
  id: "F01",
  columns: doseColumns,
  rows: ({ result }) => result.plan.regimens.flatMap((regimen) => doseRows(result.plan, regimen)),
  draw(rows) {
    const regimens = drawnRegimens(rows);
    return {
      title: "What is given when",
      caption:
        "Each mark is one session; words stand where the dose begins or changes. Day 1 is the day of the first session. " +
        "The lower panel shows each kind of session in minutes. These are regimens under comparison, not advice.",
      alt: regimens.map((regimen) => describe(rows, regimen)).join(" "),
      key: [],
      panels: [[coursePanel(rows, regimens)], [sessionPanel(rows, regimens)]],
    };
  },
};

function coursePanel(rows: readonly DoseRow[], regimens: readonly DrawnRegimen[]): Panel {
  const lanes = regimens.map((regimen) => regimen.id);
  const lastDay = rows[0]?.last_day ?? 1;
  return {
    title: "Sessions over the course",
    height: 52 * lanes.length + 44,
    plot: (width) => ({
      ...laneMargins(lanes),
      x: dayAxis(lastDay + 0.5, { width, from: 0.5 }),
      y: laneAxis(lanes),
      marks: regimens.flatMap((regimen) =>
        laneMarks(
          rows.filter((row) => row.regimen === regimen.id),
          regimen,
        ),
      ),
    }),
  };
}

function laneMarks(rows: readonly DoseRow[], { style }: DrawnRegimen): Markish[] {
  const changes = rows.filter((row, index) => index === 0 || rows[index - 1]!.dose !== row.dose);
  return [
    ruleY(rows.slice(0, 1), { y: "regimen", stroke: "currentColor", strokeOpacity: 0.25 }),
    dot(rows, { x: "day", y: "regimen", symbol: style.symbol, fill: style.color, r: 5.5 }),
    ...changes.map((row, index) =>
      text([row], {
        x: "day",
        y: "regimen",
        text: givenText,
        textAnchor: "start",
        dx: -5,
        // The words of one change must not run into those of the next.
        dy: index % 2 === 0 ? -15 : 16,
        fontSize: noteSize,
        ...halo,
      }),
    ),
  ];
}

function describe(rows: readonly DoseRow[], regimen: DrawnRegimen): string {
  const own = rows.filter((row) => row.regimen === regimen.id);
  const kinds = [...new Set(own.map(givenText))].join("; then ");
  return `${regimenTitle(regimen)}: ${own.length} sessions on study days ${own.map((row) => formatExact(row.day)).join(", ")}: ${kinds}.`;
}
