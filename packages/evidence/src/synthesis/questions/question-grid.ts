import { timeWindows } from "../../trials/time-window.ts";
import type { Disorder } from "../../trials/vocabulary.ts";
import type { Question } from "./question.ts";

/** The disorders of the founding questions. */
const DISORDERS: readonly Disorder[] = ["sad", "gad", "ptsd", "ocd", "panic", "mixed-anxiety"];

/**
 * Every question this project answers: each disorder, time window, and comparator that can or cannot be felt (and both together), for
 * scores and for events. Most have no answer yet, which is an answer too.
 */
export function questionGrid(): readonly Question[] {
  return DISORDERS.flatMap((disorder) =>
    timeWindows.flatMap((window) =>
      ([undefined, "passive", "active"] as const).flatMap((control) =>
        (["continuous", "events"] as const).map((outcomes) => ({
          criteria: { disorder, window, ...(control === undefined ? {} : { control }) },
          outcomes,
        })),
      ),
    ),
  );
}
