import type { Source } from "./fact.ts";
import type { Scale } from "./scale.ts";
import type { TimeWindow } from "./time-window.ts";
import type { RiskOfBias } from "./trial.ts";
import type { ControlActivity, ControlType, Disorder, Route, Status } from "./vocabulary.ts";

/** How the two sides of a row are related, which decides the formula for its error. */
export type Analysis =
  /** Different people, allocated to groups. */
  | "parallel-groups"
  /** First period of a crossover: different people. */
  | "first-period"
  /** The same people under both treatments, with the pairing used in the estimate. */
  | "paired"
  /** The same people under both treatments, of whom only the two marginal results are known. */
  | "paired-margins-only"
  /** One group before and after. */
  | "single-group";

/** What every row says about where its numbers come from. */
export interface EffectOrigin {
  /** Identifier and label of the trial, key of its report. */
  readonly study: string;
  readonly label: string;
  readonly citation: string;
  readonly outcome: string;
  readonly isPrimary: boolean;
  readonly disorders: readonly Disorder[];
  readonly scale: string;
  readonly rater: Scale["rater"];
  readonly measure: "score" | "change" | "response" | "remission" | "below-threshold";
  /** What counts as the event, for counts. */
  readonly definition?: string;
  readonly window: TimeWindow;
  readonly control: ControlType;
  readonly controlActivity: ControlActivity;
  readonly route: Route;
  readonly experimentalArm: string;
  readonly controlArm: string | null;
  /** How many rows of this outcome use the same control group; more than 1 means that it must be split or the arms combined. */
  readonly controlShared: number;
  readonly isCrossover: boolean;
  readonly analysis: Analysis;
  /** Rows of one cluster share people or a laboratory and are not independent. */
  readonly cluster: string;
  /** Which direction is improvement: a lower score, or more people with the event. */
  readonly better: "lower" | "higher";
  readonly riskOfBias: RiskOfBias["overall"]["judgement"];
  /** The weakest status among the numbers used. */
  readonly status: Status;
  readonly sources: readonly Source[];
  /** What a reader of the pooled result must know about this row. */
  readonly caveats: readonly string[];
}

/** People, mean and standard deviation of a group [scale points]. */
export interface GroupMean {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** Counts of people with the event in a group. */
export interface GroupCount {
  readonly events: number;
  readonly n: number;
}

/** One comparison ready for an effect size: experimental against control, with its origin. */
export type EffectInput = EffectOrigin &
  (
    | { readonly kind: "means"; readonly experimental: GroupMean; readonly controlGroup: GroupMean }
    | { readonly kind: "events"; readonly experimental: GroupCount; readonly controlGroup: GroupCount }
    | { readonly kind: "contrast"; readonly estimate: number; readonly standardError: number }
    | { readonly kind: "single-group-change"; readonly experimental: GroupMean }
  );

/** An outcome or a whole trial that gives no row, and why. */
export interface EffectExclusion {
  readonly study: string;
  /** Absent when the whole trial is left out. */
  readonly outcome?: string;
  readonly reason: string;
}

/** The rows of a selection together with everything that was left out. */
export interface EffectInputs {
  readonly rows: readonly EffectInput[];
  readonly excluded: readonly EffectExclusion[];
}
