import type { EffectExclusion, EffectInput, EffectInputs } from "./effect-input.ts";
import { rowsOf } from "./effect-rows.ts";
import type { Outcome } from "./outcome.ts";
import { scaleFor } from "./scales.ts";
import type { TrialSelection } from "./select-trials.ts";
import { timeWindowOf } from "./time-window.ts";
import type { Trial } from "./trial.ts";

/** How outcomes become rows. */
export interface EffectInputOptions {
  /** Scores and changes, counts of people, or both. */
  readonly outcomes?: "continuous" | "events" | "all";
  /** `one-per-trial` keeps, per trial and window, the outcome with the most preferred scale; `all` keeps every one. */
  readonly choose?: "one-per-trial" | "all";
  readonly allowRecalled?: boolean;
  readonly includeUncontrolled?: boolean;
}

/**
 * Plain rows for pooling from a selection of trials, with a reason for everything that gives no row.
 *
 * Only scales that measure the selected disorder (or, without one, a disorder of the trial) are used. Per trial the most preferred
 * scale is kept unless all are asked for: clinician-rated before self-rated, and change from baseline before a final score of the same scale.
 * Numbers from memory are left out unless asked for; uncontrolled changes likewise.
 */
export function toEffectInputs(selection: TrialSelection, options: EffectInputOptions = {}): EffectInputs {
  const parts = selection.trials.map((trial) => inputsOf(trial, selection, options));
  const left = selection.excluded.map(({ trial, reason }) => ({ study: trial, reason }));
  return {
    rows: parts.flatMap(({ rows }) => rows),
    excluded: [...left, ...parts.flatMap(({ excluded }) => excluded)],
  };
}

function inputsOf(trial: Trial, selection: TrialSelection, options: EffectInputOptions): EffectInputs {
  const rows: EffectInput[] = [];
  const excluded: EffectExclusion[] = [];
  if (trial.outcomes.length === 0) excluded.push({ study: trial.id, reason: "no outcomes were obtained" });
  for (const outcome of trial.outcomes) {
    const found = rowsOrReason(trial, outcome, { selection, options });
    if (typeof found === "string") excluded.push({ study: trial.id, outcome: outcome.id, reason: found });
    else rows.push(...found);
  }
  return options.choose === "all" ? { rows, excluded } : keepPreferred({ rows, excluded });
}

function rowsOrReason(
  trial: Trial,
  outcome: Outcome,
  { selection, options }: { readonly selection: TrialSelection; readonly options: EffectInputOptions },
): readonly EffectInput[] | string {
  const { outcomes = "all", allowRecalled = false, includeUncontrolled = false } = options;
  if (!hasNumbers(outcome)) return "the numbers needed were not obtained";
  const time = timeWindowOf(outcome.time);
  if ("reason" in time) return time.reason;
  const { disorder, window } = selection.criteria;
  if (window !== undefined && time.window !== window) return `belongs to the ${time.window} window`;
  const wanted = disorder === undefined ? trial.disorders : [disorder];
  const scale = scaleFor(outcome.scale);
  if (scale.construct !== "disorder" && scale.construct !== "anxiety") return `measures ${scale.construct}`;
  if (!wanted.some((each) => scale.disorders.includes(each)))
    return `${scale.name} does not measure ${wanted.join(" or ")}`;
  const isEvent = outcome.measure !== "score" && outcome.measure !== "change";
  if (outcomes !== "all" && isEvent !== (outcomes === "events")) return isEvent ? "counts people" : "is a score";
  const isUncontrolled = trial.control.type === "none";
  if (isUncontrolled && !includeUncontrolled) return "no comparison group";
  if (outcome.doNotPool !== undefined && !isUncontrolled) return outcome.doNotPool;
  const rows = rowsOf(trial, outcome, { window: time.window, allowRecalled });
  return rows.length > 0 ? rows : "the numbers needed were not obtained";
}

function hasNumbers({ cells, contrasts }: Outcome): boolean {
  return contrasts.length > 0 || cells.some(({ status }) => status !== "not-found");
}

/** Keeps, within each window and each kind of measure, the rows of the most preferred outcome of the trial. */
function keepPreferred({ rows, excluded }: EffectInputs): EffectInputs {
  const groupOf = (row: EffectInput) => `${row.window} ${row.kind === "events" ? "events" : "continuous"}`;
  const best = new Map<string, EffectInput>();
  for (const row of rows) {
    const leader = best.get(groupOf(row));
    if (leader === undefined || rankOf(row) < rankOf(leader)) best.set(groupOf(row), row);
  }
  const isKept = (row: EffectInput) => best.get(groupOf(row))!.outcome === row.outcome;
  const dropped = rows
    .filter((row) => !isKept(row))
    .map((row) => ({
      study: row.study,
      outcome: row.outcome,
      reason: `${best.get(groupOf(row))!.outcome} of the same trial is preferred`,
    }));
  return { rows: rows.filter(isKept), excluded: [...excluded, ...dropped] };
}

/** Smaller is preferred: the scale first, then change before score, then the earlier of equals. */
function rankOf(row: EffectInput): number {
  return 2 * scaleFor(row.scale).preference + (row.measure === "score" ? 1 : 0);
}
