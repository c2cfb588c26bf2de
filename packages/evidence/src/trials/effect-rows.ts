import type { Analysis, EffectInput } from "./effect-input.ts";
import { originOf, type RowParts } from "./effect-origin.ts";
import { groupMeanOf } from "./group-mean.ts";
import type { Cell, Contrast, Outcome } from "./outcome.ts";
import type { TimeWindow } from "./time-window.ts";
import type { Arm, Trial } from "./trial.ts";

/** Which numbers may be used. */
export interface RowRules {
  readonly window: TimeWindow;
  /** Lets entries from memory in; they stay marked. */
  readonly allowRecalled: boolean;
}

/** The rows one outcome gives: one per experimental arm with usable numbers on both sides, none when there are none. */
export function rowsOf(trial: Trial, outcome: Outcome, rules: RowRules): readonly EffectInput[] {
  const experimental = trial.arms.filter((arm) => arm.role === "experimental");
  const control = trial.arms.find((arm) => arm.role === "control") ?? null;
  return experimental.flatMap((arm) => {
    const row =
      control === null
        ? uncontrolledRow(trial, outcome, { arm, rules })
        : controlledRow(trial, outcome, { arm, control, rules });
    return row === undefined ? [] : [row];
  });
}

interface Sides {
  readonly arm: Arm;
  readonly control: Arm;
  readonly rules: RowRules;
}

function controlledRow(trial: Trial, outcome: Outcome, { arm, control, rules }: Sides): EffectInput | undefined {
  const here = usableCell(outcome, arm, rules);
  const there = usableCell(outcome, control, rules);
  const base = { trial, outcome, window: rules.window, experimental: arm, control };
  if (here !== undefined && there !== undefined) {
    const row = rowFromCells({ ...base, analysis: analysisOf(outcome), used: [here, there] }, here, there);
    if (row !== undefined) return row;
  }
  const contrast = outcome.contrasts.find((each) => isUsable(each, rules) && joins(each, arm, control));
  if (contrast?.se === undefined) return undefined;
  const analysis: Analysis = contrast.paired ? "paired" : "parallel-groups";
  return {
    ...originOf({ ...base, analysis, used: [contrast] }),
    kind: "contrast",
    estimate: contrast.estimate,
    standardError: contrast.se,
  };
}

function rowFromCells(parts: RowParts, here: Cell, there: Cell): EffectInput | undefined {
  if (here.events !== undefined && there.events !== undefined)
    return {
      ...originOf(parts),
      kind: "events",
      experimental: { events: here.events, n: here.n! },
      controlGroup: { events: there.events, n: there.n! },
    };
  const experimental = groupMeanOf(here);
  const controlGroup = groupMeanOf(there);
  // Means of both periods of a crossover would need the correlation within people, which no record has.
  if (experimental === undefined || controlGroup === undefined || parts.analysis === "paired-margins-only")
    return undefined;
  return { ...originOf(parts), kind: "means", experimental, controlGroup };
}

function uncontrolledRow(
  trial: Trial,
  outcome: Outcome,
  { arm, rules }: { readonly arm: Arm; readonly rules: RowRules },
): EffectInput | undefined {
  const cell = usableCell(outcome, arm, rules);
  const experimental = cell === undefined ? undefined : groupMeanOf(cell);
  if (outcome.measure !== "change" || experimental === undefined) return undefined;
  const parts = { trial, outcome, window: rules.window, experimental: arm, control: null, used: [cell!] };
  return { ...originOf({ ...parts, analysis: "single-group" }), kind: "single-group-change", experimental };
}

function analysisOf(outcome: Outcome): Analysis {
  if (outcome.comparison === "both-periods") return "paired-margins-only";
  return outcome.comparison === "first-period" ? "first-period" : "parallel-groups";
}

function usableCell(outcome: Outcome, arm: Arm, rules: RowRules): Cell | undefined {
  return outcome.cells.find((cell) => cell.arm === arm.id && isUsable(cell, rules));
}

function isUsable({ status }: Cell | Contrast, { allowRecalled }: RowRules): boolean {
  return status !== "not-found" && (allowRecalled || status !== "recalled");
}

function joins(contrast: Contrast, arm: Arm, control: Arm): boolean {
  return contrast.kind === "mean-difference" && contrast.experimental === arm.id && contrast.control === control.id;
}
