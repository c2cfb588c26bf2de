import type { EffectExclusion } from "../../trials/effect-input.ts";
import type { PooledEffect } from "../pooling/pool-effects.ts";
import type { StudySynthesis } from "../synthesise-studies.ts";
import type { Question, QuestionMeasure } from "./question.ts";
import type { QuestionStudy } from "./question-study.ts";

/** What the trial records say to a question: the synthesis of its studies, and everything that was left out and why. */
export interface QuestionAnswer extends Omit<StudySynthesis, "groups"> {
  readonly question: Question;
  readonly measure: QuestionMeasure;
  /** The sign of an effect in favour of the experimental treatment. */
  readonly favours: "negative" | "positive";
  readonly studies: readonly QuestionStudy[];
  readonly excluded: readonly EffectExclusion[];
  /** Parallel and crossover studies apart; empty unless there are both. */
  readonly byDesign: readonly { readonly design: QuestionStudy["design"]; readonly pooled: PooledEffect }[];
  /** What a reader must keep in mind, in plain words. */
  readonly cautions: readonly string[];
}
