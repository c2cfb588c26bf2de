/** A scenario that simulates in a second: few virtual patients, two short regimens. */
export const smallScenario = `schema: kinetamine.scenario/v1
id: small
title: Two short regimens in a few virtual patients
credibility:
  question_of_interest: Does the command line do what it says?
  context_of_use: research-and-education
  model_influence: low
  consequence_of_wrong_decision: low
model: { id: anx-core, version: 0.1.0 }
population:
  indication: gad
  n: 8
regimens:
  - id: A
    label: 0.5 mg/kg over 40 min
    doses:
      - drug: ketamine
        expressed_as: base
        route: iv
        dose: 0.5 mg/kg
        weight_basis: actual
        infusion: 40 min
        schedule: { days: [1] }
  - id: B
    label: same dose over 60 min
    doses:
      - drug: ketamine
        expressed_as: base
        route: iv
        dose: 0.5 mg/kg
        weight_basis: actual
        infusion: 60 min
        schedule: { days: [1] }
observe: { until: 3 d }
simulate:
  seed: 11
  uncertainty: { parameters: 2 }
`;

/** The small scenario with one piece of its text replaced. */
export function changed(from: string, to: string): string {
  if (!smallScenario.includes(from)) throw new Error(`the small scenario has no "${from}"`);
  return smallScenario.replace(from, to);
}
