const infusion = (id: string, minutes: number) => `  - id: ${id}
    label: 0.5 mg/kg over ${minutes} min
    doses:
      - drug: ketamine
        expressed_as: base
        route: iv
        dose: 0.5 mg/kg
        weight_basis: actual
        infusion: ${minutes} min
        schedule: { days: [1] }
`;

const nasal = (id: string) => `  - id: ${id}
    label: esketamine 84 mg
    doses:
      - drug: esketamine
        expressed_as: base
        route: intranasal
        device: { strength: 28 mg, count: 3, gap: 5 min }
        schedule: { days: [1] }
`;

function scenario(choices: { id: string; n: number; until: string; regimens: readonly string[] }): string {
  return `schema: kinetamine.scenario/v1
id: ${choices.id}
title: Short regimens in a few virtual patients
credibility:
  question_of_interest: Does the command line do what it says?
  context_of_use: research-and-education
  model_influence: low
  consequence_of_wrong_decision: low
model: { id: anx-core, version: 0.1.0 }
population:
  indication: gad
  n: ${choices.n}
regimens:
${choices.regimens.join("")}observe: { until: ${choices.until} }
simulate:
  seed: 11
  uncertainty: { parameters: 2 }
`;
}

/**
 * A scenario that simulates in a second: two short regimens in so few virtual patients that the check of settled
 * percentiles fails, as it must.
 */
export const smallScenario = scenario({
  id: "small",
  n: 8,
  until: "3 d",
  regimens: [infusion("A", 40), infusion("B", 60)],
});

/** The same with the second regimen given through the nose, and other medicines. */
export const nasalScenario = scenario({
  id: "nasal",
  n: 8,
  until: "3 d",
  regimens: [infusion("A", 40), nasal("B")],
}).replace("  n: 8\n", "  n: 8\n  concomitant: [{ class: ssri, fraction: 0.5 }, { class: snri, fraction: 0.5 }]\n");

/** One regimen over one day in enough virtual patients for every check to pass. */
export const settledScenario = scenario({ id: "settled", n: 450, until: "1 d", regimens: [infusion("A", 40)] });

/** The small scenario with one piece of its text replaced. */
export function changed(from: string, to: string): string {
  if (!smallScenario.includes(from)) throw new Error(`the small scenario has no "${from}"`);
  return smallScenario.replace(from, to);
}
