/** How far the evidence for a step reaches: measured in people, in animals only, or a hypothesis. */
export type Certainty = "human" | "animal" | "hypothesis";

/** From the surest to the least sure. */
const order: readonly Certainty[] = ["human", "animal", "hypothesis"];
const badges: Readonly<Record<Certainty, string>> = {
  human: "● human data",
  animal: "▲ animal data",
  hypothesis: "◇ hypothesis",
};

/** A sign and words for a certainty; the sign differs in shape, so it holds without colour. */
export function certaintyBadge(certainty: Certainty): string {
  return badges[certainty];
}

/**
 * The least sure of several certainties: a step is no surer than its weakest quantity.
 *
 * @param certainties words read from a table; unknown words count as hypothesis
 */
export function weakest(certainties: readonly string[]): Certainty {
  const ranks = certainties.map((word) => (order as readonly string[]).indexOf(word));
  if (ranks.length === 0 || ranks.includes(-1)) return "hypothesis";
  return order[Math.max(...ranks)]!;
}
