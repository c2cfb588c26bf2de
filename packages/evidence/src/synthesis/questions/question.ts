import type { TrialCriteria } from "../../trials/select-trials.ts";
import type { TwoByTwoMeasure } from "../effect-sizes/two-by-two-effect.ts";
import type { PoolingOptions } from "../pooling/options.ts";

/** Effects a question can be answered in; ratios are on the log scale. */
export type QuestionMeasure =
  | "mean-difference"
  | "standardised-mean-difference"
  | Exclude<TwoByTwoMeasure, "peto-log-odds-ratio">;

/** What is asked of the trial records: which comparisons, which outcomes, in which measure. */
export interface Question {
  /** Disorder, time window, comparator, route; see `selectTrials`. */
  readonly criteria: TrialCriteria;
  /** Scores (and changes) or counts of people with an event such as response. */
  readonly outcomes: "continuous" | "events";
  /** `standardised-mean-difference` for scores and `log-risk-ratio` for events unless given. */
  readonly measure?: QuestionMeasure;
}

/** Choices of an answer; every one has a default. */
export interface AnswerOptions extends PoolingOptions {
  /** Several doses against one control: pooled into one group (`combine`, usual) or compared with a share of the control each. */
  readonly sharedControl?: "combine" | "split";
  /** Within-person correlation where a crossover report does not give one; 0.5 unless given. */
  readonly correlation?: number;
  /**
   * Standard deviation between people by scale [points], to standardise differences whose report gives none; such a difference is left out
   * of standardised results otherwise.
   */
  readonly standardDeviations?: Readonly<Record<string, number>>;
  /** Lets entries from memory in; they stay marked. */
  readonly allowRecalled?: boolean;
}

/** The measure of a question. */
export function measureOf({ outcomes, measure }: Question): QuestionMeasure {
  return measure ?? (outcomes === "continuous" ? "standardised-mean-difference" : "log-risk-ratio");
}

/** True for measures that are exponentiated to be read. */
export function isLogMeasure(measure: QuestionMeasure): boolean {
  return measure === "log-odds-ratio" || measure === "log-risk-ratio";
}
