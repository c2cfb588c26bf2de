import { ruleFor } from "../guidance/guidance.ts";
import { contextFindings, notices } from "./context-findings.ts";
import { pressureFindings } from "./pressure-findings.ts";
import { defaultResistance, trialResistance } from "./resistance.ts";
import type { ScreenCase } from "./screen-case.ts";
import type { ScreenFinding, ScreenReport, ScreenUnknown } from "./screen-finding.ts";
import { loadScreenItems, type ScreenItem } from "./screen-items.ts";

/**
 * Holds a case against the guidance rules and returns findings, the state of the resistance definitions, and what is not known.
 *
 * It reports what documents and trials say; it does not decide, rank or advise. A missing answer gives an unknown, never a no.
 * @param screenCase a case as `readCase` returns it
 * @throws EvidenceError `evidence-data-invalid` when the rules cannot be read
 */
export function screen(screenCase: ScreenCase): ScreenReport {
  const items = itemsAsked(screenCase);
  return {
    label: screenCase.subject.label,
    indication: screenCase.indication ?? "unknown",
    findings: [
      ...notices(),
      ...items.filter((item) => answerTo(screenCase, item) === "yes").map(itemFinding),
      ...pressureFindings(screenCase),
      ...contextFindings(screenCase),
    ],
    resistance: defaultResistance(screenCase),
    trialDefinition: trialResistance(screenCase),
    unknowns: [
      ...missingFields(screenCase),
      ...items.filter((item) => answerTo(screenCase, item) === "unknown").map(itemUnknown),
    ],
  };
}

/** Questions tied to a route are asked only while that route is possible. */
function itemsAsked({ considered }: ScreenCase): readonly ScreenItem[] {
  const route = considered?.route ?? "unknown";
  return loadScreenItems().filter(
    ({ onlyRoutes }) => onlyRoutes === undefined || route === "unknown" || onlyRoutes.includes(route),
  );
}

function answerTo(screenCase: ScreenCase, { group, id }: ScreenItem) {
  return screenCase[group]?.[id] ?? "unknown";
}

function itemFinding({ id, group, rule, level, whenYes }: ScreenItem): ScreenFinding {
  const { jurisdiction, sources } = ruleFor(rule);
  return { code: id, level, rule, statement: whenYes, basis: [`${group}.${id}`], jurisdiction, sources };
}

function itemUnknown({ id, group, rule, asks }: ScreenItem): ScreenUnknown {
  return { path: `${group}.${id}`, rule, question: asks };
}

function missingFields(screenCase: ScreenCase): readonly ScreenUnknown[] {
  const {
    subject,
    considered = {},
    indication,
    severity,
    drug_trials,
    psychological_trials,
    blood_pressure,
  } = screenCase;
  const fields: readonly (readonly [unknown, ScreenUnknown])[] = [
    [indication, { path: "indication", rule: 1, question: "Which condition is treatment being discussed for?" }],
    [subject.age_band, { path: "subject.age_band", rule: 2, question: "Which age band?" }],
    [considered.drug, { path: "considered.drug", rule: 1, question: "Ketamine or esketamine?" }],
    [considered.route, { path: "considered.route", rule: 12, question: "By which route?" }],
    [considered.setting, { path: "considered.setting", rule: 12, question: "In a clinic or at home?" }],
    [
      drug_trials,
      {
        path: "drug_trials",
        rule: 24,
        question: "Which medicines were tried, at what dose, for how long, with what result?",
      },
    ],
    [
      psychological_trials,
      {
        path: "psychological_trials",
        rule: 24,
        question: "Which psychological treatments were tried, for how long, with what result?",
      },
    ],
    [severity, { path: "severity", rule: 28, question: "How severe is it now, on which scale?" }],
    [
      blood_pressure,
      { path: "blood_pressure", rule: 4, question: "What is the blood pressure at rest, on two occasions?" },
    ],
  ];
  return fields.filter(([value]) => value === undefined || value === "unknown").map(([, unknown]) => unknown);
}
