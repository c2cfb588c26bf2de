import { answerChangers, type KnownLimit, knownLimits } from "../known-limits.ts";
import type { Block, Content, Inline } from "./block.ts";

/** What the model cannot tell, grouped along the chain. */
export function limitBlocks(): Block[] {
  return knownLimits().flatMap((group): Block[] => [
    { kind: "paragraph", content: [{ kind: "strong", text: group.title }] },
    { kind: "list", items: group.limits.map(limitLine) },
  ]);
}

/** What, if it were known, could change the answer. */
export function answerChangerList(): Block {
  return { kind: "list", items: answerChangers().map(limitLine) };
}

function limitLine(limit: KnownLimit): Content {
  return [limit.text, ...limit.sources.map((key): Inline => ({ kind: "cite", key }))];
}
