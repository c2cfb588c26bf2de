import type { Fact, Source } from "./fact.ts";
import type { Status } from "./vocabulary.ts";

/** When an outcome was taken, relative to the doses. */
export interface OutcomeTime {
  /** As the report says it. */
  readonly label: string;
  /** Where in the course: before it, after a single dose, between doses, after the last dose of a course, or later. */
  readonly phase: "baseline" | "after-single-dose" | "during-course" | "end-of-course" | "follow-up";
  /** Time since the first dose [h]; absent when the report does not say. */
  readonly afterFirstDose_h?: number;
  /** True when the event could happen at any time up to then, e.g. "response at any time in two weeks". */
  readonly anyTimeUpTo?: true;
}

/**
 * One arm's summary at one time. Only what the source gives is present; nothing is filled in.
 *
 * `mean`, `sd`, `se`, `ciLow`, `ciHigh`, `min`, `max` are in scale points; for `measure: "change"` they describe change from baseline, negative = fall.
 */
export interface Cell {
  readonly arm: string;
  readonly n?: number;
  readonly mean?: number;
  readonly sd?: number;
  readonly se?: number;
  readonly ciLow?: number;
  readonly ciHigh?: number;
  readonly min?: number;
  readonly max?: number;
  /** People who had the event; `n` is the denominator. */
  readonly events?: number;
  /** A proportion printed without its count [%]. */
  readonly percent?: number;
  /** Correlation between baseline and this score within the arm [1]. */
  readonly baselineCorrelation?: number;
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly note?: string;
}

/** A difference between two arms as reported or derived, experimental minus control [scale points, or the stated measure]. */
export interface Contrast {
  readonly experimental: string;
  readonly control: string;
  readonly kind: "mean-difference" | "standardised-mean-difference" | "odds-ratio";
  readonly estimate: number;
  readonly se?: number;
  readonly ciLow?: number;
  readonly ciHigh?: number;
  readonly p?: number;
  /** True when the two arms are the same people. */
  readonly paired: boolean;
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly note?: string;
}

/** A reported test, kept in words so that a result without an estimate is not lost. */
export interface ReportedTest {
  readonly what: string;
  readonly p?: number;
  readonly status: Status;
  readonly sources: readonly Source[];
}

/** One scale at one time, for every arm that was measured. */
export interface Outcome {
  /** Unique within the trial. */
  readonly id: string;
  /** Key of data/scales.json. */
  readonly scale: string;
  readonly measure: "score" | "change" | "response" | "remission" | "below-threshold";
  /** What counts as the event, for the last three measures. */
  readonly definition?: string;
  readonly isPrimary: boolean;
  readonly time: OutcomeTime;
  /** Whose data the cells hold, which decides how they may be compared. */
  readonly comparison: "parallel-groups" | "first-period" | "both-periods" | "single-group";
  readonly cells: readonly Cell[];
  readonly contrasts: readonly Contrast[];
  readonly tests: readonly ReportedTest[];
  /** Why these numbers must not be pooled; absent when they may. */
  readonly doNotPool?: string;
  readonly note?: string;
}

/** Counts of one adverse event in one arm. */
export interface AdverseEvent {
  readonly term: string;
  readonly arm: string;
  readonly affected: Fact<number>;
  readonly atRisk: number | null;
}
