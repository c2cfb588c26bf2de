import { typicalValues } from "@kinetamine/ketamine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainPlan } from "../plan/explain-plan.ts";
import { planRun } from "../plan/plan-run.ts";
import type { RunPlan } from "../run-types.ts";
import { readScenario } from "../scenario/read-scenario.ts";
import { subjectDoses } from "./solve-course.ts";

const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 6 });
const salt = fc.constantFrom("base", "hydrochloride");
const infusion = fc
  .record({
    drug: fc.constantFrom("ketamine", "esketamine"),
    salt,
    perWeight: fc.boolean(),
    hundredths: fc.integer({ min: 10, max: 40 }),
    minutes: fc.integer({ min: 20, max: 100 }),
    days,
  })
  .map((entry) => ({
    drug: entry.drug,
    expressed_as: entry.salt,
    route: "iv",
    ...(entry.perWeight
      ? { dose: `${entry.hundredths / 100} mg/kg`, weight_basis: "actual" }
      : { dose: `${entry.hundredths} mg` }),
    infusion: `${entry.minutes} min`,
    schedule: { days: [...entry.days].sort((a, b) => a - b) },
  }));
const spray = fc
  .record({ salt, count: fc.integer({ min: 1, max: 3 }), gap: fc.integer({ min: 0, max: 10 }), days })
  .map((entry) => ({
    drug: "esketamine",
    expressed_as: entry.salt,
    route: "intranasal",
    device: { strength: "28 mg", count: entry.count, gap: `${entry.gap} min` },
    schedule: { days: [...entry.days].sort((a, b) => a - b) },
  }));

function planOf(doses: readonly object[]): RunPlan {
  const scenario = {
    schema: "kinetamine.scenario/v1",
    id: "generated",
    title: "Generated",
    credibility: {
      question_of_interest: "None",
      context_of_use: "research-and-education",
      model_influence: "low",
      consequence_of_wrong_decision: "low",
    },
    model: { id: "anx-core", version: "0.1.0" },
    population: { indication: "gad", n: 2 },
    regimens: [{ id: "A", label: "generated", doses }],
    observe: { until: "29 d" },
    simulate: { seed: 1 },
  };
  return planRun(readScenario(JSON.stringify(scenario), "generated"), { beyondStudiedRange: true });
}

/** What a reader of the explanation takes from it: session starts, milligrams, minutes. */
function readExplanation(plan: RunPlan) {
  const pattern = /dose (\d+): day (\d+) 09:00, \w+ ([0-9.]+) mg base.*?(?:over ([0-9.]+) min|nasal, (\d+) device)/g;
  return [...explainPlan(plan).matchAll(pattern)].map(([, number, day, milligrams, minutes, devices]) => ({
    number: Number(number),
    start_h: 24 * (Number(day) - 1),
    milligrams: Number(milligrams),
    minutes: minutes === undefined ? undefined : Number(minutes),
    devices: devices === undefined ? undefined : Number(devices),
  }));
}

describe("the explanation of a plan", () => {
  it("names exactly the doses that are simulated, for any regimen", () => {
    fc.assert(
      fc.property(fc.oneof(infusion, spray), (entry) => {
        const plan = planOf([entry]);
        const parameters = typicalValues(plan.parameters);
        const regimen = plan.regimens[0]!;
        const explained = readExplanation(plan);
        expect(explained.map(({ number }) => number)).toEqual(entry.schedule.days.map((_, index) => index + 1));
        for (const [index, line] of explained.entries()) {
          const one = { ...regimen, doses: [regimen.doses[index]!] };
          const given = subjectDoses(one, { weight_kg: 70, parameters }).filter(
            ({ compartment }) => compartment !== "PLX",
          );
          // Devices reach several compartments; the fast and the slow part of the mucosa hold the same spray, and a swallowed
          // part that later leaves by f() is counted once with the gut: so compare where each milligram is counted once.
          const counted = given.filter(({ compartment }) => /^(A1|nasal_fast|gut)_/.test(compartment));
          const milligrams = counted.reduce((sum, dose) => sum + (dose.amount * parameters.MM_ketamine!) / 1000, 0);
          // The text is printed to one decimal from 10 mg on and three digits below.
          expect(Math.abs(milligrams - line.milligrams)).toBeLessThan(0.0501);
          expect(Math.min(...given.map(({ time }) => time))).toBe(line.start_h);
          if (line.minutes !== undefined) expect(60 * (given[0]?.duration ?? 0)).toBeCloseTo(line.minutes, 4);
          if (line.devices !== undefined) {
            expect(
              new Set(given.filter(({ compartment }) => compartment === "nasal_fast_S").map(({ time }) => time)).size,
            ).toBeLessThanOrEqual(line.devices);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
