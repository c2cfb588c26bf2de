import type { QuestionAnswer } from "./question-answer.ts";

/** How many trials were considered, left out for which reason, and used: the numbers of a flow diagram. */
export interface ScreeningCounts {
  /** Trial records considered. */
  readonly considered: number;
  /** Trials that gave no effect, by reason, most frequent first. */
  readonly leftOut: readonly { readonly reason: string; readonly trials: readonly string[] }[];
  /** Trials that gave an effect. */
  readonly used: number;
  /** Effects, which can be more than trials. */
  readonly effects: number;
}

/**
 * Counts trials for a flow diagram in the manner of PRISMA 2020; the records are those of this project, not of a literature search.
 * A trial with several outcomes counts once, under the first reason.
 * Source: Page et al. 2021, BMJ 372:n71.
 */
export function screeningCounts({ studies, excluded }: Pick<QuestionAnswer, "studies" | "excluded">): ScreeningCounts {
  const used = new Set(studies.map(({ row }) => row.study));
  const reasons = new Map<string, Set<string>>();
  const counted = new Set<string>();
  for (const { study, reason } of excluded) {
    if (used.has(study) || counted.has(study)) continue;
    counted.add(study);
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(study));
  }
  const leftOut = [...reasons].map(([reason, trials]) => ({ reason, trials: [...trials] }));
  return {
    considered: used.size + counted.size,
    leftOut: leftOut.sort((a, b) => b.trials.length - a.trials.length),
    used: used.size,
    effects: studies.length,
  };
}
