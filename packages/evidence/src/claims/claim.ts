import type { Check } from "../checks/check.ts";
import { matching, number, oneOf, text } from "../checks/scalars.ts";
import { join, list, record, withRules } from "../checks/structures.ts";
import { type Finding, findingCheck } from "./finding.ts";
import { type SoftwarePart, softwarePartCheck } from "./software-part.ts";

/** Verdicts on a claim of the founding article. `misattributed`: the finding or study named does not exist as described. */
export const verdicts = ["supported", "partly", "misattributed", "not-supported", "unknown"] as const;

/** What the evidence found says about a claim. */
export type Verdict = (typeof verdicts)[number];

/** One claim of the founding article, paraphrased, with the verdict and everything it rests on. */
export interface Claim {
  /** C1 to C19, in the order of the article. */
  readonly id: string;
  readonly claim: string;
  readonly verdict: Verdict;
  /** Why, in plain words. */
  readonly reasoning: string;
  readonly evidence: readonly Finding[];
  /** Trial records that bear on it. */
  readonly trials: readonly string[];
  /** Mechanism links that bear on it. */
  readonly links: readonly string[];
  /** Guidance rules that bear on it. */
  readonly rules: readonly number[];
  readonly software: readonly SoftwarePart[];
}

const shape = record<Claim>(
  {
    id: matching(/^C\d{1,2}$/, "C and a number"),
    claim: text,
    verdict: oneOf(verdicts),
    reasoning: text,
    evidence: list(findingCheck, { min: 1 }),
    trials: list(text),
    links: list(text),
    rules: list(number({ min: 1, whole: true })),
    software: list(softwarePartCheck, { min: 1 }),
  },
  {},
);

/** Schema of a claim: a verdict needs findings of the kind it speaks of. */
export const claimCheck: Check<Claim> = withRules(shape, ({ verdict, evidence }, path, report) => {
  const bearing = new Set(evidence.map(({ bears }) => bears));
  const needed: Readonly<Record<Verdict, Finding["bears"] | undefined>> = {
    supported: "for",
    partly: "for",
    misattributed: "context",
    "not-supported": "against",
    unknown: undefined,
  };
  const kind = needed[verdict];
  if (kind !== undefined && !bearing.has(kind))
    report({
      path: join(path, "evidence"),
      found: [...bearing].join(", "),
      required: `a finding ${kind} for the verdict ${verdict}`,
    });
});
