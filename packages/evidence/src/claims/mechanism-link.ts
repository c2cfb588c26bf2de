import type { Check } from "../checks/check.ts";
import { matching, oneOf, text } from "../checks/scalars.ts";
import { join, list, record, withRules } from "../checks/structures.ts";
import { type Finding, findingCheck } from "./finding.ts";
import { type SoftwarePart, softwarePartCheck } from "./software-part.ts";

/** Where a link has been observed: directly in humans or human tissue, in animals only, or not directly anywhere. */
export const certaintyBadges = ["human", "animal", "hypothesis"] as const;
export type CertaintyBadge = (typeof certaintyBadges)[number];

/** One step from dose to symptom, with its certainty badge and the findings for and against it. */
export interface MechanismLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly badge: CertaintyBadge;
  /** Whether the findings agree: `thin` where there are too few to tell. */
  readonly agreement: "consistent" | "conflicting" | "thin";
  readonly statement: string;
  /** Why this badge. */
  readonly reasoning: string;
  readonly evidence: readonly Finding[];
  readonly software: SoftwarePart;
  /** Name of the structural variant in which the link is absent or different. */
  readonly switch?: string;
}

const shape = record<MechanismLink>(
  {
    id: matching(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens"),
    from: text,
    to: text,
    badge: oneOf(certaintyBadges),
    agreement: oneOf(["consistent", "conflicting", "thin"]),
    statement: text,
    reasoning: text,
    evidence: list(findingCheck),
    software: softwarePartCheck,
  },
  { switch: text },
);

/** Schema of a link: both sides of the evidence are stated, and `conflicting` needs a contrary finding that was read or remembered. */
export const mechanismLinkCheck: Check<MechanismLink> = withRules(shape, ({ agreement, evidence }, path, report) => {
  const against = evidence.filter(({ bears }) => bears === "against");
  if (!evidence.some(({ bears }) => bears === "for") || against.length === 0)
    report({
      path: join(path, "evidence"),
      found: evidence.map(({ bears }) => bears).join(", "),
      required: "findings for and against",
    });
  else if (agreement === "conflicting" && against.every(({ status }) => status === "not-found"))
    report({
      path: join(path, "agreement"),
      found: agreement,
      required: "consistent or thin without a contrary finding",
    });
});
