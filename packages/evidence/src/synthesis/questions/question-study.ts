import type { EffectInput } from "../../trials/effect-input.ts";
import type { StudyEffect } from "../effect-sizes/study-effect.ts";

/** One study's part in an answer: its effect, the row it came from, and what was done to get it. */
export interface QuestionStudy extends StudyEffect {
  /** The row of the trial record; for combined doses the first of them. */
  readonly row: EffectInput;
  /** Different people on the two sides, or the same. */
  readonly design: "parallel" | "crossover";
  /** People behind the effect, when known. */
  readonly participants?: number;
  /** Everything a reader must know: caveats of the record and what this program assumed. */
  readonly caveats: readonly string[];
}
