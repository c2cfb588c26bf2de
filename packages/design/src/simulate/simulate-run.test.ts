import { describe, expect, it } from "vitest";
import { planRun } from "../plan/plan-run.ts";
import type { Executor, RunPlan } from "../run-types.ts";
import { readScenario } from "../scenario/read-scenario.ts";
import { summariseRun } from "../summarise/summarise-run.ts";
import { executorHere } from "./executor-here.ts";
import { runTask } from "./run-task.ts";
import { runTasks, simulateRun } from "./simulate-run.ts";
import { subjectRows } from "./subject-rows.ts";

interface SmallRun {
  readonly n?: number;
  readonly draws?: number;
  /** Dose of each regimen. */
  readonly doses?: readonly string[];
  readonly days?: readonly number[];
  readonly population?: string;
}

function smallPlan({ n = 4, draws = 0, doses = ["0.5 mg/kg"], days = [1], population = "" }: SmallRun = {}): RunPlan {
  const regimens = doses.map(
    (dose, index) => `
  - id: R${index}
    label: regimen ${index}
    doses:
      - { drug: ketamine, expressed_as: base, route: iv, dose: ${dose}, weight_basis: actual, infusion: 40 min,
          schedule: { days: [${days.join(", ")}] } }`,
  );
  const text = `schema: kinetamine.scenario/v1
id: small
title: A run for tests
credibility: { question_of_interest: Does it run, context_of_use: research-and-education, model_influence: low,
  consequence_of_wrong_decision: low }
model: { id: anx-core, version: 0.1.0 }
population: { indication: ptsd, n: ${n}${population} }
regimens:${regimens.join("")}
observe: { until: ${(days.at(-1) ?? 1) + 1} d, pk: { analytes: [KET], dense_hours: 2 } }
simulate: { seed: 5, uncertainty: { parameters: ${draws} } }
`;
  return planRun(readScenario(text, "small.yaml"));
}

const adult70 = ", covariates: { WT: { distribution: constant, value: 70, unit: kg } }";

function valuesOf(plan: RunPlan, name: string, values: Float64Array): readonly number[] {
  const output = plan.outputs.findIndex((description) => description.name === name);
  return [...values].filter((_, index) => index % plan.outputs.length === output);
}

describe("virtual patients", () => {
  it("are the same people whether 3 or 500 are asked for", () => {
    const few = smallPlan({ n: 3 });
    const many = smallPlan({ n: 500 });
    expect(subjectRows(many).slice(0, 3)).toEqual(subjectRows(few));
    const task = { kind: "subjects", regimen: "R0", first: 0, count: 3 } as const;
    expect(runTask(many, task).values).toEqual(runTask(few, task).values);
  });

  it("do not depend on how the work is cut", () => {
    const plan = smallPlan();
    const whole = runTask(plan, { kind: "subjects", regimen: "R0", first: 0, count: 4 });
    const last = runTask(plan, { kind: "subjects", regimen: "R0", first: 3, count: 1 });
    expect(whole.values.slice(-last.values.length)).toEqual(last.values);
  });

  it("do not depend on the outputs observed", () => {
    const plan = smallPlan({ n: 2 });
    const lean: RunPlan = planRun(
      readScenario(
        JSON.stringify({
          ...unread(plan),
          observe: { until: "2 d", pk: { analytes: ["KET"], dense_hours: 2 }, pd: ["GLU"] },
        }),
        "x",
      ),
    );
    const task = { kind: "subjects", regimen: "R0", first: 0, count: 2 } as const;
    expect(valuesOf(lean, "score", runTask(lean, task).values)).toEqual(
      valuesOf(plan, "score", runTask(plan, task).values),
    );
  });

  it("follow the distributions of the scenario", () => {
    const rows = subjectRows(smallPlan({ n: 4000 }));
    const weights = rows.map((row) => row.covariates.WT_kg ?? 0).sort((a, b) => a - b);
    // The median of the log-normal is cut little and nearly evenly by 45 and 140 kg: 78 kg. Standard error of a median of
    // 4000: 1.25 * 78 * 0.22 / sqrt(4000) = 0.34 kg; five of them.
    expect(Math.abs((weights[2000] ?? 0) - 78)).toBeLessThan(1.7);
    expect(weights[0]).toBeGreaterThanOrEqual(45);
    expect(weights.at(-1)).toBeLessThanOrEqual(140);
    const women = rows.filter((row) => row.covariates.SEXF === 1).length / 4000;
    expect(Math.abs(women - 0.6)).toBeLessThan(5 * Math.sqrt(0.24 / 4000));
  });

  it("carry other medicines as recorded properties that change nothing else", () => {
    const with40 = smallPlan({ n: 2000, population: ", concomitant: [{ class: ssri, fraction: 0.4 }]" });
    const without = smallPlan({ n: 2000 });
    const rows = subjectRows(with40);
    const share = rows.filter((row) => row.covariates.CONMED_ssri === 1).length / 2000;
    expect(Math.abs(share - 0.4)).toBeLessThan(5 * Math.sqrt(0.24 / 2000));
    const first = { kind: "subjects", regimen: "R0", first: 0, count: 1 } as const;
    expect(runTask(with40, first).values).toEqual(runTask(without, first).values);
  });
});

/** The scenario of a plan as it would be written again. */
function unread({ scenario }: RunPlan): object {
  return JSON.parse(JSON.stringify(scenario), (_, value) => {
    const isQuantity = typeof value === "object" && value !== null && "unit" in value && "value" in value;
    return isQuantity ? `${value.value} ${value.unit}` : value;
  });
}

describe("a run", () => {
  const plan = smallPlan({ n: 30, draws: 3, doses: ["0.5 mg/kg", "0.5 mg/kg"], days: [1] });

  it("has each course in exactly one task", () => {
    for (const kind of ["subjects", "parameters", "half-tolerance", "typical"] as const) {
      for (const regimen of ["R0", "R1"]) {
        const numbers = runTasks(plan)
          .filter((task) => task.kind === kind && task.regimen === regimen)
          .flatMap((task) => Array.from({ length: task.count }, (_, index) => task.first + index));
        const expected = { subjects: 30, parameters: 3, "half-tolerance": 5, typical: 1 }[kind];
        expect(numbers).toEqual(Array.from({ length: expected }, (_, index) => index));
      }
    }
  });

  it("gives the same numbers when tasks run in another order, from a plan that went through a lock file", async () => {
    const backwards: Executor = {
      run: async (thePlan, tasks) =>
        [...tasks]
          .reverse()
          .map((task) => runTask(thePlan, task))
          .reverse(),
    };
    const here = await simulateRun(plan, executorHere);
    const there = await simulateRun(JSON.parse(JSON.stringify(plan)), backwards);
    expect(there.blocks).toEqual(here.blocks);
    expect(there.subjects).toEqual(here.subjects);
    expect(there.steps).toBe(here.steps);
  });

  it("keeps courses in order of number, whatever task they came from", async () => {
    const { blocks } = await simulateRun(plan, executorHere);
    const block = blocks.find(({ kind, regimen }) => kind === "subjects" && regimen === "R0");
    const length = (block?.values.length ?? 0) / 30;
    for (const subject of [0, 24, 25, 29]) {
      const alone = runTask(plan, { kind: "subjects", regimen: "R0", first: subject, count: 1 });
      expect(block?.values.slice(subject * length, (subject + 1) * length)).toEqual(alone.values);
    }
  });

  it("reports progress task by task", async () => {
    const seen: string[] = [];
    await simulateRun(smallPlan({ n: 2 }), executorHere, { progress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(["1/3", "2/3", "3/3"]);
  });

  it("contrasts two equal regimens as exactly nothing, patient by patient", async () => {
    const { contrasts } = summariseRun(await simulateRun(plan, executorHere));
    expect(contrasts.length).toBeGreaterThan(4);
    for (const { mean, meanError, q05, q95, parameter05, parameter95 } of contrasts) {
      expect([mean, meanError, q05, q95, parameter05, parameter95].map(Math.abs)).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });
});

describe("a course", () => {
  const typical = { kind: "typical", regimen: "R0", first: 0, count: 1 } as const;

  it("of twice the dose has twice the concentration: the pharmacokinetic part is linear", () => {
    const plan = smallPlan({ doses: ["0.4 mg/kg", "0.8 mg/kg"] });
    const single = valuesOf(plan, "C_ketamine_venous", runTask(plan, typical).values);
    const double = valuesOf(plan, "C_ketamine_venous", runTask(plan, { ...typical, regimen: "R1" }).values);
    const peak = Math.max(...double);
    // Each course is solved to 1e-6 of its peak.
    single.forEach((value, index) => {
      expect(Math.abs(2 * value - (double[index] ?? 0))).toBeLessThan(1e-5 * peak);
    });
  });

  it("in mg follows the weight of each patient when the dose is per kilogram", () => {
    const heavy = smallPlan({ population: ", covariates: { WT: { distribution: constant, value: 140, unit: kg } }" });
    const light = smallPlan({ population: adult70 });
    const area = (plan: RunPlan) => {
      const curve = valuesOf(plan, "C_ketamine_arterial", runTask(plan, typical).values);
      return curve.reduce(
        (sum, value, i) =>
          sum + (((plan.times[i] ?? 0) - (plan.times[i - 1] ?? 0)) * (value + (curve[i - 1] ?? 0))) / 2,
        0,
      );
    };
    // Twice the dose over 2^0.75 times the clearance: allometry alone gives 2^0.25 times the area.
    expect(area(heavy) / area(light)).toBeCloseTo(2 ** 0.25, 2);
  });

  it("repeats a session's concentrations on a later day", () => {
    const plan = smallPlan({ days: [1, 15] });
    const curve = valuesOf(plan, "C_ketamine_venous", runTask(plan, typical).values);
    const at = (time_h: number) => curve[plan.times.findIndex((time) => Math.abs(time - time_h) < 1e-9)] ?? Number.NaN;
    for (const offset of [0.25, 0.5, 1, 2]) expect(at(14 * 24 + offset)).toBeCloseTo(at(offset), 3);
  });

  it("differs between parameter draws, and is the typical one when nothing is uncertain", () => {
    const plan = smallPlan({ draws: 2 });
    const draws = runTask(plan, { kind: "parameters", regimen: "R0", first: 0, count: 2 }).values;
    const half = draws.length / 2;
    expect(draws.slice(0, half)).not.toEqual(draws.slice(half));
    const parameters = plan.parameters.map(({ uncertainty: _, ...certain }) => certain);
    const certain = { ...plan, parameters };
    expect(runTask(certain, { kind: "parameters", regimen: "R0", first: 1, count: 1 }).values).toEqual(
      runTask(plan, typical).values,
    );
  });

  it("that fails is NaN throughout, listed with time and reason, and left out of the summary", async () => {
    // A tolerance that no step can meet: every course fails.
    const hopeless = { ...smallPlan({ n: 2 }), tolerance: { relative: 1e-300, absolute: 1e-300 } };
    const result = await simulateRun(hopeless, executorHere);
    expect(result.failures).toHaveLength(5);
    expect(result.failures[0]).toMatchObject({
      regimen: "R0",
      kind: "subjects",
      subject: 0,
      time_h: expect.any(Number),
    });
    expect(result.blocks.every(({ values }) => values.every(Number.isNaN))).toBe(true);
    const { checks, endpoints } = summariseRun(result);
    expect(endpoints.every(({ n }) => n === 0)).toBe(true);
    expect(checks.find(({ id }) => id === "courses-finished")).toMatchObject({ passed: false });
    expect(checks.find(({ id }) => id === "tolerance-halving")).toMatchObject({ passed: false });
  });

  it("is not simulated from a plan made with another model", () => {
    const plan = smallPlan();
    const other = { ...plan, model: { ...plan.model, hash: "0" } };
    expect(() => runTask(other, typical)).toThrow("this program holds a model with hash");
    expect(() => runTask(plan, { ...typical, regimen: "Z" })).toThrow("the plan has none of that name");
  });
});
