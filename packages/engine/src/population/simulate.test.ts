import { makeKey } from "@kinetamine/numerics";
import { describe, expect, it } from "vitest";
import { type HandWritten, handWrittenModel } from "../solve/hand-written-model.contract.ts";
import { definePopulation } from "./population.ts";
import { createSimulator, type SimulationPlan, simulateSubject, simulateSubjects } from "./simulate.ts";

/** One compartment with log-normal clearance; elimination rate CL exp(eta) / V, and a trap that spoils subjects heavier than `limit`. */
const source: HandWritten = {
  states: ["central"],
  inputs: ["CL", "V", "eta_CL", "WT", "limit"],
  derivative: (_t, y, p) => [((-p[0]! * Math.exp(p[2]!)) / p[1]!) * y[0]! * (p[3]! > p[4]! ? Number.NaN : 1)],
  jacobian: (_t, _y, p) => [[(-p[0]! * Math.exp(p[2]!)) / p[1]!]],
  outputs: { C: (_t, y, p) => y[0]! / p[1]!, A: (_t, y) => y[0]! },
};

const population = definePopulation({
  covariates: { WT: { distribution: "lognormal", geomean: 75, cv: 0.2 } },
  variability: { etas: ["eta_CL"], covariance: [[0.09]] },
});

const plan: SimulationPlan = {
  model: handWrittenModel(source),
  parameters: { CL: 5, V: 50, limit: 1000 },
  population,
  key: makeKey(3),
  dosesFor: ({ covariates }) => [{ time: 0, compartment: "central", amount: 0.5 * covariates.WT!, duration: 1 }],
  outputTimes: [0, 0.5, 1, 4, 12],
  tolerance: { relative: 1e-8, absolute: 1e-11 },
};

describe("simulateSubjects", () => {
  const all = simulateSubjects(plan, [0, 1, 2, 3, 4, 5]);
  const rowLength = 10;
  const row = (values: Float64Array, k: number) => values.subarray(k * rowLength, (k + 1) * rowLength);

  it("gives each subject the exact course of its own weight and clearance", () => {
    for (const [k, { covariates, etas }] of all.subjects.entries()) {
      const rate = (5 * Math.exp(etas.eta_CL!)) / 50;
      const amount = ((0.5 * covariates.WT!) / rate) * -Math.expm1(-rate) * Math.exp(-3 * rate);
      expect(Math.abs(row(all.values, k)[7]! / amount - 1)).toBeLessThan(1e-7);
    }
  });

  it("gives a subset, in any order, exactly the numbers of the whole", () => {
    const some = simulateSubjects(plan, [4, 1]);
    expect(row(some.values, 0)).toEqual(row(all.values, 4));
    expect(row(some.values, 1)).toEqual(row(all.values, 1));
    expect(simulateSubject(plan, 3).values).toEqual(row(all.values, 3));
  });

  it("gives exactly the same numbers when an output is added or removed", () => {
    const { C } = source.outputs!;
    const fewer = simulateSubjects(
      { ...plan, model: handWrittenModel({ ...source, outputs: { C: C! } }) },
      [0, 1, 2, 3, 4, 5],
    );
    expect(fewer.values).toEqual(all.values.filter((_, i) => i % 2 === 0));
  });

  it("marks a subject that fails, fills it with NaN from the first row, and leaves the others alone", () => {
    const weights = all.subjects.map(({ covariates }) => covariates.WT!);
    const heaviest = weights.indexOf(Math.max(...weights));
    const limit = [...weights].sort((a, b) => b - a)[1]! + 1e-9;
    const spoiled = simulateSubjects({ ...plan, parameters: { ...plan.parameters, limit } }, [0, 1, 2, 3, 4, 5]);
    for (const k of all.subjects.keys()) {
      if (k === heaviest) expect(row(spoiled.values, k).every(Number.isNaN)).toBe(true);
      else expect(row(spoiled.values, k)).toEqual(row(all.values, k));
    }
    expect(spoiled.statuses.filter((status) => status !== "ok")).toEqual(["not-finite"]);
    expect(spoiled.failures).toEqual([
      { subject: heaviest, status: "not-finite", time: 0, state: "central", reason: expect.stringContaining("NaN") },
    ]);
  });

  it("counts the steps of everybody", () => {
    expect(all.steps).toBe([0, 1, 2, 3, 4, 5].reduce((sum, subject) => sum + simulateSubject(plan, subject).steps, 0));
  });
});

it("somebody who was not drawn can be simulated", () => {
  const typical = createSimulator(plan).simulateSubject({ subject: 0, covariates: { WT: 70 }, etas: { eta_CL: 0 } });
  expect(typical.values[5]).toBeCloseTo((35 / 0.1) * -Math.expm1(-0.1), 6);
});

describe("inputs", () => {
  const withParameters = (parameters: Record<string, number>) => () => simulateSubject({ ...plan, parameters }, 0);

  it("that are missing, misspelt or given twice are refused by name", () => {
    expect(withParameters({ CL: 5, limit: 1 })).toThrow(/inputs\.V.*E-INPUT-MISSING/);
    expect(withParameters({ CL: 5, V: 50, limit: 1, VV: 50 })).toThrow(/parameters\.VV.*E-INPUT-UNKNOWN/);
    expect(withParameters({ CL: 5, V: 50, limit: 1, WT: 70 })).toThrow(/covariates\.WT.*E-INPUT-UNKNOWN/);
  });

  it("may include covariates that only the doses use", () => {
    const { model } = plan;
    const blind = { ...model, inputs: model.inputs };
    const wider = definePopulation({
      ...population,
      covariates: { ...population.covariates, AGE: { distribution: "constant", value: 40 } },
    });
    expect(simulateSubject({ ...plan, model: blind, population: wider }, 0).status).toBe("ok");
  });
});
