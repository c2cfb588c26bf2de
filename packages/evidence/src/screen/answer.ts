/** An answer that may be missing: the third value is not a kind of no. */
export type Answer = "yes" | "no" | "unknown";

/** Yes when all are yes, no as soon as one is no, otherwise unknown (Kleene's strong conjunction). */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : "yes";
}

/** Yes as soon as one is yes, no when all are no, otherwise unknown (Kleene's strong disjunction). */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

/** Whether at least `needed` of the answers are yes, given that the unknown ones may be. */
export function atLeast(needed: number, answers: readonly Answer[]): Answer {
  const yes = answers.filter((answer) => answer === "yes").length;
  const possible = yes + answers.filter((answer) => answer === "unknown").length;
  if (yes >= needed) return "yes";
  return possible >= needed ? "unknown" : "no";
}

/** Whether a number that may be missing fulfils a comparison. */
export function compare(value: number | "unknown", comparison: "above" | "at-least", limit: number): Answer {
  if (value === "unknown") return "unknown";
  return (comparison === "above" ? value > limit : value >= limit) ? "yes" : "no";
}
