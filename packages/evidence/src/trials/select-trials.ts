import { type TimeWindow, timeWindowOf } from "./time-window.ts";
import type { Trial } from "./trial.ts";
import type { ControlActivity, ControlType, Disorder, Route } from "./vocabulary.ts";

/** What a trial must be to be selected; an absent criterion selects all. */
export interface TrialCriteria {
  readonly disorder?: Disorder;
  /** At least one outcome in this window. */
  readonly window?: TimeWindow;
  /** A comparator by name, or all comparators that can, or cannot, be felt. */
  readonly control?: ControlType | Exclude<ControlActivity, "none">;
  readonly route?: Route;
  readonly randomisedOnly?: boolean;
  /** Identifiers to leave out, with their absence counted. */
  readonly without?: readonly string[];
}

/** The trials that meet the criteria and, for every other one, the first criterion it fails. */
export interface TrialSelection {
  readonly criteria: TrialCriteria;
  readonly trials: readonly Trial[];
  readonly excluded: readonly { readonly trial: string; readonly reason: string }[];
}

/** Sorts the records into those that meet the criteria and those that do not, with a reason for each of the latter. */
export function selectTrials(trials: readonly Trial[], criteria: TrialCriteria = {}): TrialSelection {
  const judged = trials.map((trial) => ({ trial, reason: firstFailure(trial, criteria) }));
  return {
    criteria,
    trials: judged.filter(({ reason }) => reason === undefined).map(({ trial }) => trial),
    excluded: judged.flatMap(({ trial, reason }) => (reason === undefined ? [] : [{ trial: trial.id, reason }])),
  };
}

function firstFailure(trial: Trial, criteria: TrialCriteria): string | undefined {
  const { disorder, window, control, route, randomisedOnly = false, without = [] } = criteria;
  if (without.includes(trial.id)) return "left out on request";
  if (disorder !== undefined && !trial.disorders.includes(disorder)) return `does not treat ${disorder}`;
  if (randomisedOnly && !trial.design.randomised) return "not a randomised comparison";
  if (control !== undefined && control !== trial.control.type && control !== trial.control.activity)
    return `control is ${trial.control.type}, not ${control}`;
  const given = trial.arms.filter((arm) => arm.role === "experimental").map((arm) => arm.route);
  if (route !== undefined && !given.includes(route)) return `route is ${[...new Set(given)].join(", ")}, not ${route}`;
  const windows = trial.outcomes.map(({ time }) => timeWindowOf(time));
  if (window !== undefined && !windows.some((found) => "window" in found && found.window === window))
    return `no outcome in the ${window} window`;
  return undefined;
}
