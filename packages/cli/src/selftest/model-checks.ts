import { createHash } from "node:crypto";
import { type Check, planRun, type RunResult, readScenario } from "@kinetamine/design";
import type { Surroundings } from "../commands/command.ts";
import { simulatePlan } from "../simulation/simulate-plan.ts";
import { numberCheck } from "./number-check.ts";

/** Two first sessions in a typical 70 kg adult aged 40, and a few virtual patients for the comparison of worker counts. */
const scenario = `
schema: kinetamine.scenario/v1
id: selftest
title: First sessions in a typical adult
credibility:
  question_of_interest: Does this installation give the numbers it should?
  context_of_use: research-and-education
  model_influence: low
  consequence_of_wrong_decision: low
model: { id: anx-core, version: 0.1.0 }
population:
  indication: gad
  n: 30
  covariates:
    WT: { distribution: constant, value: 70, unit: kg }
    AGE: { distribution: constant, value: 40, unit: a }
regimens:
  - id: IV
    label: ketamine 0.5 mg/kg over 40 min
    doses:
      - { drug: ketamine, expressed_as: base, route: iv, dose: 0.5 mg/kg, weight_basis: actual, infusion: 40 min, schedule: { days: [1] } }
  - id: NASAL
    label: esketamine 84 mg
    doses:
      - { drug: esketamine, expressed_as: base, route: intranasal, device: { strength: 28 mg, count: 3, gap: 5 min }, schedule: { days: [1] } }
observe: { until: 1 d, pk: { analytes: [KET, S-KET] } }
simulate: { seed: 1 }
`;

/** The whole model: reference concentrations of the pharmacokinetic model, and the same numbers on any number of workers. */
export async function modelChecks({ signal }: Surroundings): Promise<readonly Check[]> {
  const plan = planRun(readScenario(scenario, "selftest"));
  const results: RunResult[] = [];
  for (const workers of [1, 2]) {
    results.push((await simulatePlan(plan, { workers, signal, progress: () => undefined })).result);
  }
  const [one, two] = results.map(hashOf);
  const first = results[0];
  if (!first) return [];
  return [
    numberCheck("iv-peak", {
      label: "Ketamine 0.5 mg/kg over 40 min, 70 kg: venous peak",
      found: typicalPeak(first, { regimen: "IV", output: "C_ketamine_venous" }),
      expected: 200,
      tolerance: 0.01,
      unit: "ng/mL",
    }),
    numberCheck("nasal-peak", {
      label: "Esketamine 84 mg nasal, 70 kg: venous peak",
      found: typicalPeak(first, { regimen: "NASAL", output: "C_esketamine_venous" }),
      expected: 101,
      tolerance: 0.02,
      unit: "ng/mL",
    }),
    {
      id: "workers",
      label: "30 virtual patients on 2 workers",
      passed: one === two,
      found: `SHA-256 ${two?.slice(0, 16)}`,
      required: `SHA-256 ${one?.slice(0, 16)}, as on 1 worker`,
    },
  ];
}

function typicalPeak({ plan, blocks }: RunResult, of: { readonly regimen: string; readonly output: string }): number {
  const block = blocks.find(({ kind, regimen }) => kind === "typical" && regimen === of.regimen);
  const output = plan.outputs.findIndex(({ name }) => name === of.output);
  const values = plan.times.map((_, time) => block?.values[time * plan.outputs.length + output] ?? Number.NaN);
  return Math.max(...values);
}

function hashOf({ blocks }: RunResult): string {
  const hash = createHash("sha256");
  for (const { values } of blocks) hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return hash.digest("hex");
}
