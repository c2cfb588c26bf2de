import type { Cell, Contrast, Outcome } from "./outcome.ts";
import type { PageTable } from "./page-table.ts";
import { scaleFor } from "./scales.ts";
import { shownFact } from "./shown-fact.ts";
import { timeWindowOf } from "./time-window.ts";
import type { Trial } from "./trial.ts";

/** The treatments of a study as a table. */
export function armRows(trial: Trial): PageTable {
  return {
    head: ["Treatment", "Drug and route", "Dose", "Infusion [min]", "Sessions", "Allocated", "Analysed", "Completed"],
    rows: trial.arms.map((arm) => [
      `${arm.label} (${arm.role})`,
      `${arm.drug}, ${arm.route}; ${arm.schedule}${arm.withTherapy === undefined ? "" : `; with ${arm.withTherapy}`}`,
      shownFact(arm.dose, ({ amount, unit }) => `${amount} ${unit}`),
      shownFact(arm.infusion_min),
      shownFact(arm.sessions),
      shownFact(arm.allocated),
      shownFact(arm.analysed),
      shownFact(arm.completed),
    ]),
  };
}

/** Every cell and contrast of a study as a table, one row each. */
export function outcomeRows(trial: Trial): PageTable {
  return {
    head: ["Outcome", "Time (window)", "Treatment", "n", "Result", "Status"],
    rows: trial.outcomes.flatMap((outcome) => [
      ...outcome.cells.map((cell) =>
        rowOf(outcome, labelOf(trial, cell.arm), { n: cell.n, result: cellText(outcome, cell), status: cell.status }),
      ),
      ...outcome.contrasts.map((contrast) =>
        rowOf(outcome, `${labelOf(trial, contrast.experimental)} against ${labelOf(trial, contrast.control)}`, {
          result: contrastText(contrast),
          status: contrast.status,
        }),
      ),
    ]),
  };
}

function rowOf(
  outcome: Outcome,
  treatment: string,
  { n, result, status }: { readonly n?: number | undefined; readonly result: string; readonly status: string },
): readonly string[] {
  const found = timeWindowOf(outcome.time);
  const window = "window" in found ? found.window : "no window";
  const what = `${scaleFor(outcome.scale).name}, ${outcome.definition ?? outcome.measure}${outcome.isPrimary ? " (primary)" : ""}`;
  return [what, `${outcome.time.label} (${window})`, treatment, n === undefined ? "" : `${n}`, result, status];
}

function cellText(outcome: Outcome, cell: Cell): string {
  const { mean, sd, se, ciLow, ciHigh, min, max, events, percent } = cell;
  const parts = [
    mean === undefined ? "" : `${outcome.measure === "change" ? "change" : "mean"} ${mean}`,
    sd === undefined ? "" : `SD ${sd}`,
    se === undefined ? "" : `SE ${se}`,
    ciLow === undefined ? "" : `95 % CI ${ciLow} to ${ciHigh}`,
    min === undefined ? "" : `range ${min} to ${max}`,
    events === undefined ? "" : `${events} people`,
    percent === undefined ? "" : `${percent} %`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "not obtained" : parts.join(", ");
}

function contrastText({ kind, estimate, se, ciLow, ciHigh, p, paired }: Contrast): string {
  const parts = [
    `${kind} ${estimate}`,
    se === undefined ? "" : `SE ${se}`,
    ciLow === undefined ? "" : `95 % CI ${ciLow} to ${ciHigh}`,
    p === undefined ? "" : `p = ${p}`,
    paired ? "same people" : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function labelOf(trial: Trial, arm: string): string {
  return trial.arms.find(({ id }) => id === arm)!.label;
}
