/** The closed lists of the trial records; a word outside them is an error in the data. */

/** Disorders a study treated; `mixed-anxiety` where a report does not separate them. */
export const disorders = ["sad", "gad", "ptsd", "ocd", "panic", "mixed-anxiety", "depression", "chronic-pain"] as const;
export type Disorder = (typeof disorders)[number];

/** What ketamine was compared with. `none` means no comparison group at all. */
export const controlTypes = ["saline", "midazolam", "fentanyl", "ketorolac", "psychoactive-unnamed", "none"] as const;
export type ControlType = (typeof controlTypes)[number];

/** Whether the comparator can be felt: the question on which blinding hangs. */
export const controlActivities = ["passive", "active", "none"] as const;
export type ControlActivity = (typeof controlActivities)[number];

export const routes = ["iv", "im", "sc", "intranasal", "oral", "sublingual", "mixed", "not-found"] as const;
export type Route = (typeof routes)[number];

export const drugs = [
  "ketamine",
  "esketamine",
  "saline",
  "midazolam",
  "fentanyl",
  "ketorolac",
  "psychoactive-unnamed",
] as const;
export type Drug = (typeof drugs)[number];

export const designKinds = [
  "parallel",
  "crossover",
  "ascending-doses",
  "single-arm",
  "retrospective",
  "case-report",
  "secondary-analysis",
] as const;
export type DesignKind = (typeof designKinds)[number];

/**
 * How sure we are of an entry.
 *
 * `seen`: read in the source, its abstract or its registry record. `seen-secondary`: read in someone else's account of it.
 * `recalled`: from memory, unverified. `derived`: computed from entries that were read, or a stated reinterpretation of one.
 * `our-judgement`: an appraisal. `not-found`: looked for and not obtained. `not-applicable`: there is nothing to find.
 * From the surest to the least sure.
 */
export const statuses = [
  "seen",
  "seen-secondary",
  "derived",
  "our-judgement",
  "recalled",
  "not-found",
  "not-applicable",
] as const;
export type Status = (typeof statuses)[number];

/** What a study is used for in this project. */
export const roles = ["calibration", "hold-out", "hold-out-second-tier", "prospective", "context", "excluded"] as const;
export type Role = (typeof roles)[number];

/** RoB 2 judgements; `no-information` where what was read does not settle a domain. */
export const judgements = ["low", "some-concerns", "high", "no-information"] as const;
export type Judgement = (typeof judgements)[number];

/** RoB 2 domains in order; `period-carry-over` belongs to the crossover variant only. */
export const biasDomains = [
  "randomisation",
  "period-carry-over",
  "deviations",
  "missing-data",
  "measurement",
  "selective-reporting",
] as const;
export type BiasDomain = (typeof biasDomains)[number];
