import type { RunPlan } from "@kinetamine/design";

/** A file of the run folder whose bytes are those the user gave. */
export interface GivenFile {
  /** Inside the run folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A plan together with what it was made from: everything a run needs. */
export interface PreparedRun {
  readonly plan: RunPlan;
  readonly given: readonly GivenFile[];
  /** The command as a reader can repeat it, e.g. `kinetamine run a.scenario.yaml`. */
  readonly commandLine: string;
}

/**
 * A plan in one line.
 * @returns for instance `iv-twice-weekly: 2 regimens x 500 virtual patients x 56 days`
 */
export function describePlan(plan: RunPlan): string {
  const { regimens, subjectCount, times } = plan;
  const days = Math.round((times.at(-1) ?? 0) / 24);
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  return `${plan.scenario.id}: ${count(regimens.length, "regimen")} x ${count(subjectCount, "virtual patient")} x ${count(days, "day")}`;
}
