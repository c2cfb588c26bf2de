import { limitOf, ruleFor } from "../guidance/guidance.ts";
import type { RuleLimit } from "../guidance/guidance-rule.ts";
import { type Answer, allOf, atLeast, compare } from "./answer.ts";
import type { TreatmentResult } from "./case-vocabulary.ts";
import { firstLineOf } from "./first-line.ts";
import type { OrUnknown, ScreenCase } from "./screen-case.ts";
import type { ResistancePart, ResistanceState } from "./screen-finding.ts";

/** What counts as a failed trial, as an answer to "did it fail?". Definitions differ on partial response, so it stays unknown. */
const failureOf: Readonly<Record<TreatmentResult, Answer>> = {
  failed: "yes",
  partial: "unknown",
  responded: "no",
  "not-tolerated": "no",
  unknown: "unknown",
};

/**
 * How a case stands to the default definition of treatment resistance (rule 24): at least one first-line medicine and one first-line
 * psychological treatment failed, each at an adequate dose for at least 8 weeks, with severity still above a threshold.
 */
export function defaultResistance(screenCase: ScreenCase): ResistanceState {
  const weeks = limitOf(24, "duration").value;
  const parts = [
    medicinePart(screenCase, { rule: 24, needed: limitOf(24, "failed-medicines").value, weeks }),
    psychologicalPart(screenCase, { needed: limitOf(24, "failed-psychological").value, weeks }),
    severityPart(screenCase),
  ];
  return { state: allOf(parts.map(({ state }) => state)), parts };
}

/** How a case of OCD stands to the stricter definition of the OCD trials (rule 26); null for other disorders. */
export function trialResistance(screenCase: ScreenCase): ResistanceState | null {
  if (screenCase.indication !== "ocd") return null;
  const needed = limitOf(26, "failed-medicines").value;
  const parts = [
    medicinePart(screenCase, { rule: 26, needed, weeks: limitOf(26, "duration").value }),
    severityPart(screenCase),
  ];
  return { state: allOf(parts.map(({ state }) => state)), parts };
}

function medicinePart(
  { indication = "unknown", drug_trials = "unknown" }: ScreenCase,
  { rule, needed, weeks }: { readonly rule: number; readonly needed: number; readonly weeks: number },
): ResistancePart {
  const name = "first-line medicine failed";
  if (drug_trials === "unknown") return { name, rule, state: "unknown", why: "Earlier medicines are not known" };
  const first = firstLineOf(indication);
  const answers = drug_trials.map((trial) =>
    allOf([
      first === undefined ? "unknown" : asAnswer(first.medicines.includes(trial.class)),
      trial.adequate_dose,
      compare(trial.weeks, "at-least", weeks),
      failureOf[trial.result],
    ]),
  );
  return {
    name,
    rule,
    state: atLeast(needed, answers),
    why: tally(answers, { needed, weeks, thing: "first-line medicine" }),
  };
}

function psychologicalPart(
  { indication = "unknown", psychological_trials = "unknown" }: ScreenCase,
  { needed, weeks }: { readonly needed: number; readonly weeks: number },
): ResistancePart {
  const name = "psychological treatment failed";
  const at = { name, rule: 24 };
  if (psychological_trials === "unknown")
    return { ...at, state: "unknown", why: "Earlier psychological treatments are not known" };
  const first = firstLineOf(indication);
  const answers = psychological_trials.map((trial) =>
    allOf([
      first === undefined ? "unknown" : asAnswer(first.psychological.includes(trial.kind)),
      trial.adequate_course,
      compare(trial.weeks, "at-least", weeks),
      failureOf[trial.result],
    ]),
  );
  const why = tally(answers, { needed, weeks, thing: "first-line psychological treatment" });
  return { ...at, state: atLeast(needed, answers), why };
}

function severityPart({ indication = "unknown", severity = "unknown" }: ScreenCase): ResistancePart {
  const found = severityLimit(indication, severity);
  const at = { name: "severity above a published threshold", rule: found?.rule ?? 28 };
  if (severity === "unknown") return { ...at, state: "unknown", why: "Severity is not known" };
  if (found === undefined)
    return { ...at, state: "unknown", why: `No trial threshold was found for ${severity.scale} in this condition` };
  const { comparison, value } = found.limit;
  const state = compare(severity.score, comparison === "above" ? "above" : "at-least", value);
  return {
    ...at,
    state,
    why: `${severity.scale} ${severity.score}; trials asked for ${comparison.replace("-", " ")} ${value}`,
  };
}

/** The entry threshold trials used for this disorder and scale (rules 26 and 28). */
function severityLimit(
  indication: string,
  severity: OrUnknown<{ readonly scale: string }>,
): { readonly rule: number; readonly limit: RuleLimit } | undefined {
  if (severity === "unknown") return undefined;
  return [26, 28]
    .flatMap((rule) => ruleFor(rule).limits.map((limit) => ({ rule, limit })))
    .find(({ limit }) => limit.name === "severity" && limit.scale === severity.scale && limit.disorder === indication);
}

function tally(
  answers: readonly Answer[],
  { needed, weeks, thing }: { readonly needed: number; readonly weeks: number; readonly thing: string },
): string {
  const yes = answers.filter((answer) => answer === "yes").length;
  const open = answers.filter((answer) => answer === "unknown").length;
  const openText = open === 0 ? "" : `, ${open} more cannot be judged`;
  return `${yes} of ${answers.length} listed count as a ${thing} that failed at an adequate dose for ${weeks} weeks${openText}; the definition asks for ${needed}`;
}

function asAnswer(isTrue: boolean): Answer {
  return isTrue ? "yes" : "no";
}
