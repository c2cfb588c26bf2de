import type { EffectExclusion } from "../../trials/effect-input.ts";
import type { Interval } from "../pooling/coefficient.ts";
import type { PooledEffect } from "../pooling/pool-effects.ts";
import type { HeterogeneityIntervals } from "../pooling/q-profile.ts";
import type { Omission } from "../sensitivity/leave-one-out.ts";
import type { Question, QuestionMeasure } from "./question.ts";
import type { QuestionStudy } from "./question-study.ts";

/** What the trial records say to a question, with everything that was left out and why. */
export interface QuestionAnswer {
  readonly question: Question;
  readonly measure: QuestionMeasure;
  /** The sign of an effect in favour of the experimental treatment. */
  readonly favours: "negative" | "positive";
  readonly studies: readonly QuestionStudy[];
  readonly excluded: readonly EffectExclusion[];
  /** All studies together; absent without any, a single study's own result with one. */
  readonly pooled?: PooledEffect;
  /** The same effects under other models and tests, which should not tell another story. */
  readonly alternatives: readonly Alternative[];
  /** Parallel and crossover studies apart; empty unless there are both. */
  readonly byDesign: readonly { readonly design: QuestionStudy["design"]; readonly pooled: PooledEffect }[];
  /** Where the effect of a new study would lie; needs three studies. */
  readonly prediction?: Interval;
  readonly heterogeneity?: HeterogeneityIntervals;
  /** Without each study; needs three. */
  readonly omissions: readonly Omission[];
  /** What a reader must keep in mind, in plain words. */
  readonly cautions: readonly string[];
}

/** The same studies pooled in another way. */
export interface Alternative {
  readonly name: string;
  readonly pooled: PooledEffect;
}
