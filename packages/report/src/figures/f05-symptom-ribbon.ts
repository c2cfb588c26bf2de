import { formatExact, formatNumber } from "../text/format-number.ts";
import { inStudyDays, ribbonKey } from "./course-marks.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { KeyItem } from "./figure-spec.ts";
import { panelPairs } from "./panel-lines.ts";
import { highest } from "./peak.ts";
import { type DrawnRegimen, drawnRegimens, regimenTitle } from "./regimen-style.ts";
import { symptomPanel } from "./symptom-panel.ts";
import { type SymptomRow, symptomColumns, symptomRows } from "./symptom-row.ts";

const drawsKey: KeyItem = {
  mark: "outline",
  label: "typical patient: 90 % of parameter draws",
  color: "currentColor",
  dash: "1 2.5",
};

/** F05: the symptom score over the course, with the spread between virtual patients apart from the uncertainty of the parameters. */
export const symptomRibbon: FigureDefinition<SymptomRow> = {
  id: "F05",
  columns: symptomColumns,
  rows: (input) => input.result.plan.regimens.flatMap((regimen) => symptomRows(input, regimen)),
  draw(rows) {
    const regimens = drawnRegimens(rows);
    const hasDraws = rows.some((row) => Number.isFinite(row.parameter05));
    const top = highest(rows);
    return {
      title: `${rows[0]?.output_label ?? "Symptom score"} over the course`,
      caption: caption(hasDraws),
      alt: regimens.map((regimen) => describe(rows, regimen)).join(" "),
      key: [...ribbonKey, ...(hasDraws ? [drawsKey] : []), { mark: "tick", label: "session", color: "currentColor" }],
      panels: panelPairs(regimens.map((regimen) => symptomPanel(rows, { regimen, top }))),
    };
  },
};

function caption(hasDraws: boolean): string {
  return [
    "Simulated scores; a range in virtual patients is not a forecast for a person.",
    "The coloured bands show how virtual patients differ.",
    hasDraws
      ? "The dotted outline shows something else: how far the course of one typical patient moves when uncertain parameters are drawn again. It comes from the uncertainty assigned to the parameters beforehand, not from a fit to trials."
      : "The uncertainty of the parameters was not simulated in this run.",
    "Placebo response and expectancy are part of the simulated course.",
  ].join(" ");
}

function describe(rows: readonly SymptomRow[], regimen: DrawnRegimen): string {
  const own = rows.filter((row) => row.regimen === regimen.id && row.kind === "simulated");
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return `${regimenTitle(regimen)}: no course.`;
  const lowest = own.reduce((best, row) => (row.q50 < best.q50 ? row : best), first);
  return (
    `${regimenTitle(regimen)}: the median score starts at ${formatNumber(first.q50)}, is lowest on study day ${day(lowest)} at ${formatNumber(lowest.q50)} ` +
    `(9 of 10 virtual patients: ${formatNumber(lowest.q05)} to ${formatNumber(lowest.q95)}) and stands at ${formatNumber(last.q50)} ` +
    `(${formatNumber(last.q05)} to ${formatNumber(last.q95)}) on day ${day(last)}.`
  );
}

function day(row: SymptomRow): string {
  return formatExact(Math.floor(inStudyDays(row.time_h)));
}
