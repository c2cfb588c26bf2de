import { verify } from "../checks/check.ts";
import { EvidenceError, type Problem } from "../checks/evidence-error.ts";
import { list } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { loadReferences } from "../references/references.ts";
import { sourcesIn } from "../references/sources-in.ts";
import { loadScales } from "../trials/scales.ts";
import { type GuidanceRule, guidanceRuleCheck, type RuleLimit } from "./guidance-rule.ts";

let loaded: readonly GuidanceRule[] | undefined;

/** How many rules were compiled, rejected ones included. */
const ruleCount = 29;

/** The guidance rules in order of their number. @throws EvidenceError `evidence-data-invalid` */
export function loadGuidance(): readonly GuidanceRule[] {
  loaded ??= readGuidance(embedded.guidance);
  return loaded;
}

/** The rule with this number. @throws EvidenceError `evidence-data-invalid` */
export function ruleFor(number: number): GuidanceRule {
  const rule = loadGuidance()[number - 1];
  if (rule === undefined)
    throw new EvidenceError("evidence-data-invalid", `use guidance rule ${number}`, [
      { path: "", found: `${number}`, required: `1 to ${ruleCount}` },
    ]);
  return rule;
}

/** A named limit of a rule. @throws EvidenceError `evidence-data-invalid` */
export function limitOf(number: number, name: string): RuleLimit {
  const limit = ruleFor(number).limits.find((each) => each.name === name);
  if (limit === undefined)
    throw new EvidenceError("evidence-data-invalid", `use the limit ${name} of guidance rule ${number}`, [
      { path: `[${number - 1}].limits`, found: "no such name", required: name },
    ]);
  return limit;
}

/** Checks a parsed list of rules: schema, numbering without gaps, scales and citations. @throws EvidenceError `evidence-data-invalid` */
export function readGuidance(value: unknown): readonly GuidanceRule[] {
  const attempted = "read the guidance rules data/guidance.json";
  const rules = verify(list(guidanceRuleCheck), value, { code: "evidence-data-invalid", attempted });
  const numbering = Array.from({ length: Math.max(ruleCount, rules.length) }, (_, index) => ({
    path: `[${index}].number`,
    found: `${rules[index]?.number ?? "missing"}`,
    required: index < ruleCount ? `${index + 1}` : "no further rule",
  })).filter(({ found, required }) => found !== required);
  const problems: readonly Problem[] = [...numbering, ...scaleProblems(rules), ...citationProblems(rules)];
  if (problems.length > 0) throw new EvidenceError("evidence-data-invalid", attempted, problems);
  return rules;
}

function scaleProblems(rules: readonly GuidanceRule[]): readonly Problem[] {
  return rules.flatMap(({ limits }, rule) =>
    limits.flatMap(({ scale }, index) =>
      scale === undefined || loadScales().has(scale)
        ? []
        : [{ path: `[${rule}].limits[${index}].scale`, found: scale, required: "an identifier of data/scales.json" }],
    ),
  );
}

function citationProblems(value: unknown): readonly Problem[] {
  return sourcesIn(value)
    .filter(({ key }) => !loadReferences().has(key))
    .map(({ path, key }) => ({ path, found: key, required: "a key of data/references.json" }));
}
