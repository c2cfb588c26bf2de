import type { Check } from "../checks/check.ts";
import { number, oneOf, text } from "../checks/scalars.ts";
import { join, list, nullable, record, withRules } from "../checks/structures.ts";
import { type Source, sourceCheck } from "../trials/fact.ts";
import { type Status, statuses } from "../trials/vocabulary.ts";

/** A number a rule sets, with the side of it that matters. */
export interface RuleLimit {
  readonly name: string;
  readonly comparison: "above" | "at-least" | "at-most" | "about";
  readonly value: number;
  /** UCUM unit. */
  readonly unit: string;
  readonly scale?: string;
  readonly disorder?: string;
}

/** One rule of the eligibility screen or the course, in our words. Rules describe what documents and trials say; they are no advice. */
export interface GuidanceRule {
  readonly number: number;
  /** Label or regulator, guideline or consensus, criterion of a trial; empty for a rejected rule. */
  readonly kinds: readonly ("label" | "guideline" | "trial")[];
  readonly statement: string;
  readonly issuer: string;
  readonly jurisdiction: string;
  /** Date or year of the source; null when none was read. */
  readonly date: string | null;
  /** `rejected`: circulates without a source and is not applied. `not-obtained`: exists, but its text was not read, so it is not applied. */
  readonly standing: "in-force" | "consensus" | "trial-practice" | "rejected" | "not-obtained";
  readonly status: Status;
  readonly sources: readonly Source[];
  /** Disorders it speaks of, comma-separated, or `all`. */
  readonly appliesTo: string;
  readonly limits: readonly RuleLimit[];
  readonly note?: string;
}

const limit: Check<RuleLimit> = record<RuleLimit>(
  { name: text, comparison: oneOf(["above", "at-least", "at-most", "about"]), value: number(), unit: text },
  { scale: text, disorder: text },
);

const shape = record<GuidanceRule>(
  {
    number: number({ min: 1, whole: true }),
    kinds: list(oneOf(["label", "guideline", "trial"])),
    statement: text,
    issuer: text,
    jurisdiction: text,
    date: nullable(text),
    standing: oneOf(["in-force", "consensus", "trial-practice", "rejected", "not-obtained"]),
    status: oneOf(statuses),
    sources: list(sourceCheck),
    appliesTo: text,
    limits: list(limit),
  },
  { note: text },
);

/** Schema of a rule: everything but a rejected rule has a kind and a source; a rejected one has no limits to apply. */
export const guidanceRuleCheck: Check<GuidanceRule> = withRules(shape, (rule, path, report) => {
  const isRejected = rule.standing === "rejected";
  if (isRejected !== (rule.kinds.length === 0))
    report({
      path: join(path, "kinds"),
      found: rule.kinds.join(", ") || "none",
      required: isRejected ? "none" : "at least one kind",
    });
  if (isRejected !== (rule.sources.length === 0))
    report({
      path: join(path, "sources"),
      found: `${rule.sources.length}`,
      required: isRejected ? "none" : "at least one",
    });
  if ((isRejected || rule.standing === "not-obtained") && rule.limits.length > 0)
    report({ path: join(path, "limits"), found: `${rule.limits.length}`, required: "none: the rule is not applied" });
});
