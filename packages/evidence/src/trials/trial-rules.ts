import type { Report } from "../checks/check.ts";
import { join } from "../checks/structures.ts";
import type { Outcome } from "./outcome.ts";
import type { RiskOfBias, Trial } from "./trial.ts";
import { biasDomains, type ControlActivity, type ControlType } from "./vocabulary.ts";

const activityOf: Readonly<Record<ControlType, ControlActivity>> = {
  saline: "passive",
  midazolam: "active",
  fentanyl: "active",
  ketorolac: "active",
  "psychoactive-unnamed": "active",
  none: "none",
};

/** Rules across the fields of one trial record; each problem names the field that breaks it. */
export function trialRules(trial: Trial, path: string, report: Report): void {
  armsMatchControl(trial, path, report);
  controlMatchesActivity(trial, path, report);
  identifiersAreUnique(trial, path, report);
  trial.outcomes.forEach((outcome, index) => {
    namesKnownArms(trial, outcome, { path: join(path, `outcomes[${index}]`), report });
  });
  trial.adverseEvents.events.forEach((event, index) => {
    if (!hasArm(trial, event.arm))
      report({ path: join(path, `adverseEvents.events[${index}].arm`), found: event.arm, required: armList(trial) });
  });
  allocationAddsUp(trial, path, report);
  biasDomainsMatchTool(trial.riskOfBias, join(path, "riskOfBias"), report);
}

function armsMatchControl(trial: Trial, path: string, report: Report): void {
  const controls = trial.arms.filter((arm) => arm.role === "control");
  const required = trial.control.type === "none" ? 0 : 1;
  const isMatched = controls.length === required && controls.every((arm) => arm.drug === trial.control.type);
  if (!isMatched)
    report({
      path: join(path, "control.type"),
      found: `${trial.control.type} with control arms [${controls.map((arm) => arm.drug).join(", ")}]`,
      required: "the drug of the one control arm, or none without a control arm",
    });
}

function controlMatchesActivity(trial: Trial, path: string, report: Report): void {
  const required = activityOf[trial.control.type];
  if (trial.control.activity !== required)
    report({ path: join(path, "control.activity"), found: trial.control.activity, required });
}

function identifiersAreUnique(trial: Trial, path: string, report: Report): void {
  for (const [field, ids] of [
    ["arms", trial.arms.map((arm) => arm.id)],
    ["outcomes", trial.outcomes.map((outcome) => outcome.id)],
  ] as const)
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        report({ path: join(path, `${field}[${index}].id`), found: id, required: "an identifier used once" });
    });
}

function namesKnownArms(trial: Trial, outcome: Outcome, at: { readonly path: string; readonly report: Report }): void {
  const named = [
    ...outcome.cells.map(({ arm }, index) => [`cells[${index}].arm`, arm] as const),
    ...outcome.contrasts.flatMap(({ experimental, control }, index) => [
      [`contrasts[${index}].experimental`, experimental] as const,
      [`contrasts[${index}].control`, control] as const,
    ]),
  ];
  for (const [field, arm] of named)
    if (!hasArm(trial, arm)) at.report({ path: join(at.path, field), found: arm, required: armList(trial) });
}

/** The people allocated to arms or sequences are the people enrolled, where all of these are known; ascending doses go to everyone. */
function allocationAddsUp(trial: Trial, path: string, report: Report): void {
  const enrolled = trial.participants.enrolled.value;
  const allocated = trial.arms.map((arm) => arm.allocated.value);
  if (enrolled === null || allocated.some((value) => value === null)) return;
  const everyone = trial.design.kind === "ascending-doses" ? enrolled * trial.arms.length : enrolled;
  const total = allocated.reduce<number>((sum, value) => sum + value!, 0);
  if (total !== everyone)
    report({ path: join(path, "arms"), found: `${total} people allocated`, required: `${everyone}, as enrolled` });
}

function biasDomainsMatchTool(bias: RiskOfBias, path: string, report: Report): void {
  const expected =
    bias.tool === "not-applicable"
      ? []
      : biasDomains.filter((domain) => bias.tool === "rob2-crossover" || domain !== "period-carry-over");
  const found = bias.domains.map(({ domain }) => domain);
  if (found.join() !== expected.join())
    report({ path: join(path, "domains"), found: found.join(", ") || "none", required: expected.join(", ") || "none" });
  const overall = bias.overall.judgement;
  const required = worstJudgement(bias);
  // A reviewer may go from some concerns in several domains to high, never the other way.
  if (overall !== required && !(required === "some-concerns" && overall === "high"))
    report({
      path: join(path, "overall.judgement"),
      found: overall,
      required: `${required}, the worst of the domains`,
    });
}

function worstJudgement(bias: RiskOfBias): RiskOfBias["overall"]["judgement"] {
  if (bias.tool === "not-applicable") return "not-applicable";
  const judgements = bias.domains.map(({ judgement }) => judgement);
  if (judgements.includes("high")) return "high";
  return judgements.every((judgement) => judgement === "low") ? "low" : "some-concerns";
}

function hasArm(trial: Trial, id: string): boolean {
  return trial.arms.some((arm) => arm.id === id);
}

function armList(trial: Trial): string {
  return `one of the arms ${trial.arms.map((arm) => arm.id).join(", ")}`;
}
