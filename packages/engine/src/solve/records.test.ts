import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EventRecord } from "../dosing/event-record.ts";
import { handWrittenModel } from "./hand-written-model.contract.ts";
import { createSolver } from "./solver.ts";

const folder = new URL("../../oracle/dosing-records/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

/** A record as the oracle writes it: properties of the compartment stand beside the fields. */
type OracleRecord = Omit<EventRecord, "inputs"> & {
  readonly lag?: number;
  readonly F?: number;
  readonly dur?: number;
  readonly modelRate?: number;
};

interface Oracle {
  readonly parameters: { readonly KA: number; readonly CL: number; readonly V: number };
  readonly scenarios: readonly {
    readonly name: string;
    readonly records: readonly OracleRecord[];
    readonly expected: readonly number[];
  }[];
}

const { parameters, scenarios }: Oracle = read("expected.json");
const { relativeToPeak } = read("case.json").tolerance;
const tolerance = { relative: 1e-10, absolute: 1e-13 };

/** Depot and central; inputs ka, k, F, lag, duration and rate of both compartments. */
const model = handWrittenModel({
  states: ["depot", "central"],
  inputs: ["ka", "k", "F", "lag", "dur", "rate"],
  derivative: (_t, y, p) => [-p[0]! * y[0]!, p[0]! * y[0]! - p[1]! * y[1]!],
  jacobian: (_t, _y, p) => [
    [-p[0]!, null],
    [p[0]!, -p[1]!],
  ],
  outputs: { central: (_t, y) => y[1]! },
  modifiers: [0, 1].flatMap((state) => [
    { state, kind: "bioavailability" as const, value: (_t: number, _y: Float64Array, p: Float64Array) => p[2]! },
    { state, kind: "lag" as const, value: (_t: number, _y: Float64Array, p: Float64Array) => p[3]! },
    { state, kind: "duration" as const, value: (_t: number, _y: Float64Array, p: Float64Array) => p[4]! },
    { state, kind: "rate" as const, value: (_t: number, _y: Float64Array, p: Float64Array) => p[5]! },
  ]),
});
const solver = createSolver(model);
const inputsOf = (
  { lag = 0, F = 1, dur = 0, modelRate = 0 }: Partial<OracleRecord>,
  k = parameters.CL / parameters.V,
) => Float64Array.of(parameters.KA, k, F, lag, dur, modelRate);

describe("event records against closed forms", () => {
  it.each(scenarios)("$name", ({ records, expected }) => {
    const properties = Object.assign({}, ...records);
    const solution = solver.solveRecords({
      records: records.map((record) => ({ ...record, inputs: inputsOf(properties) })),
      tolerance,
    });
    expect(solution.status).toBe("ok");
    const peak = Math.max(...expected);
    for (const [row, value] of expected.entries()) {
      expect(Math.abs(solution.outputs[row]! - value), `row ${row}`).toBeLessThanOrEqual(
        relativeToPeak * Math.max(peak, 1),
      );
    }
  });
});

const at = (time: number, more: Partial<EventRecord> = {}): EventRecord => ({
  time,
  evid: 0,
  inputs: inputsOf({}),
  ...more,
});
const dose = (time: number, more: Partial<EventRecord> = {}): EventRecord =>
  at(time, { evid: 1, cmt: "central", amt: 100, ...more });
const outputs = (records: readonly EventRecord[], more: { carry?: "nocb" | "locf" } = {}) => {
  const solution = solver.solveRecords({ records, tolerance, ...more });
  expect(solution.status).toBe("ok");
  return solution.outputs;
};

describe("inputs that change between records", () => {
  const records = [
    dose(0, { inputs: inputsOf({}, 0.1) }),
    at(5, { inputs: inputsOf({}, 0.2) }),
    at(7, { inputs: inputsOf({}, 0.4) }),
  ];

  it("hold backwards from their record by default", () => {
    const [at5, at7] = outputs(records);
    expect(at5).toBeCloseTo(100 * Math.exp(-0.2 * 5), 6);
    expect(at7).toBeCloseTo(100 * Math.exp(-0.2 * 5 - 0.4 * 2), 6);
  });

  it("hold forwards when asked to", () => {
    const [at5, at7] = outputs(records, { carry: "locf" });
    expect(at5).toBeCloseTo(100 * Math.exp(-0.1 * 5), 6);
    expect(at7).toBeCloseTo(100 * Math.exp(-0.1 * 5 - 0.2 * 2), 6);
  });

  it("decide the lag at the dose record, and the bioavailability at the entry", () => {
    const late = [
      dose(0, { inputs: inputsOf({ lag: 2, F: 0.5 }) }),
      at(1, { inputs: inputsOf({ lag: 9, F: 0.7 }) }),
      at(3, { inputs: inputsOf({ lag: 9, F: 0.25 }) }),
    ];
    const [at1, at3] = outputs(late);
    expect(at1).toBe(0);
    expect(at3).toBeCloseTo(25 * Math.exp(-0.15), 6);
  });
});

describe("steady states of other models", () => {
  /** Michaelis-Menten elimination; the steady state has no closed form. */
  const saturable = handWrittenModel({
    states: ["x"],
    derivative: (_t, y) => [(-10 * y[0]!) / (20 + y[0]!)],
    jacobian: (_t, y) => [[-200 / (20 + y[0]!) ** 2]],
  });
  const none = new Float64Array(0);

  it("agree with two hundred doses given one by one, for saturable elimination", () => {
    const train = { cmt: "x", amt: 60, rate: 15, ii: 12 };
    const steady = createSolver(saturable).solveRecords({
      records: [
        { time: 0, evid: 1, inputs: none, ss: 1, ...train },
        ...[0, 3, 4, 9, 12].map((time) => ({ time, evid: 0 as const, inputs: none })),
      ],
      tolerance,
    });
    const explicit = createSolver(saturable).solveRecords({
      records: [
        { time: -12 * 200, evid: 1, inputs: none, addl: 200, ...train },
        ...[0, 3, 4, 9, 12].map((time) => ({ time, evid: 0 as const, inputs: none })),
      ],
      tolerance,
    });
    for (const [row, value] of explicit.outputs.subarray(0, 4).entries())
      expect(Math.abs(steady.outputs[row]! / value - 1)).toBeLessThan(1e-7);
  });

  it("take a few periods, not a hundred half-lives, for a linear model", () => {
    const train = dose(0, { ii: 12, amt: 1, ss: 1, inputs: inputsOf({}, 0.001) });
    const steady = solver.solveRecords({ records: [train, at(12, { inputs: train.inputs })], tolerance });
    expect(steady.outputs[0]).toBeCloseTo(Math.exp(-0.012) / -Math.expm1(-0.012), 5);
    // Two periods to warm up, three for the slope of two states and two corrections, a dozen steps each; the half-life is 693 h.
    expect(steady.steps).toBeLessThan(120);
  });

  it("balance input and elimination for a constant infusion: 10 x / (20 + x) = 6 at x = 30", () => {
    const { outputs: found } = createSolver(saturable).solveRecords({
      records: [
        { time: 0, evid: 1, cmt: "x", amt: 0, rate: 6, ss: 1, inputs: none },
        { time: 0, evid: 0, inputs: none },
      ],
      tolerance,
    });
    expect(found[0]).toBeCloseTo(30, 6);
  });

  it("are reported as missing when what is given exceeds what can be eliminated", () => {
    const solution = createSolver(saturable).solveRecords({
      records: [
        { time: 0, evid: 1, cmt: "x", amt: 200, ii: 12, ss: 1, inputs: none },
        { time: 1, evid: 0, inputs: none },
      ],
      tolerance: { relative: 1e-6, absolute: 1e-9 },
    });
    expect(solution).toMatchObject({ status: "no-steady-state", failure: { time: 0, state: "x" } });
    expect(solution.outputs[0]).toBeNaN();
  });

  it("are reported as missing for a state that only accumulates", () => {
    const accumulating = handWrittenModel({
      states: ["x", "area"],
      derivative: (_t, y) => [-y[0]!, y[0]!],
      jacobian: () => [
        [-1, null],
        [1, 0],
      ],
    });
    const solution = createSolver(accumulating).solveRecords({
      records: [{ time: 0, evid: 1, cmt: "x", amt: 1, ii: 12, ss: 1, inputs: none }],
      tolerance,
    });
    expect(solution.status).toBe("no-steady-state");
  });

  it("are refused for a model that reads time, and added ones for a model with a baseline", () => {
    const clock = handWrittenModel({
      states: ["x"],
      derivative: (t, y) => [-t * y[0]!],
      jacobian: (t) => [[-t]],
      timeDerivative: (_t, y) => [-y[0]!],
    });
    const baseline = handWrittenModel({
      states: ["x"],
      initial: () => [1],
      derivative: (_t, y) => [1 - y[0]!],
      jacobian: () => [[-1]],
    });
    const train = (ss: 1 | 2) => ({
      records: [{ time: 0, evid: 1 as const, cmt: "x", amt: 1, ii: 12, ss, inputs: none }],
    });
    expect(() => createSolver(clock).solveRecords(train(1))).toThrow("E-STEADY-STATE");
    expect(() => createSolver(baseline).solveRecords(train(2))).toThrow("E-STEADY-STATE");
    expect(createSolver(baseline).solveRecords(train(1)).status).toBe("ok");
  });
});

describe("records that are refused", () => {
  it.each<[Partial<EventRecord>, string]>([
    [{ amt: -1 }, "AMT"],
    [{ rate: -3 }, "RATE"],
    [{ ii: -1 }, "II"],
    [{ addl: 1.5, ii: 1 }, "ADDL"],
    [{ addl: 2 }, "ADDL"],
    [{ ss: 1 }, "SS"],
    [{ ss: 2, amt: 0, rate: 5 }, "SS"],
    [{ cmt: "liver" }, "E-DOSE-COMPARTMENT"],
    [{ time: -1 }, "E-TIME"],
    [{ inputs: new Float64Array(1) }, "E-INPUT-MISSING"],
  ])("%o", (change, message) => {
    expect(() => solver.solveRecords({ records: [at(0), dose(0, change)] })).toThrow(message);
  });

  it("RATE -2 and -1 when the model gives no duration or rate", () => {
    const bare = handWrittenModel({ states: ["x"], derivative: (_t, y) => [-y[0]!], jacobian: () => [[-1]] });
    for (const rate of [-1, -2]) {
      const records = [{ time: 0, evid: 1 as const, cmt: "x", amt: 1, rate, inputs: new Float64Array(0) }];
      expect(() => createSolver(bare).solveRecords({ records })).toThrow(rate === -1 ? "rate(x)" : "duration(x)");
    }
  });

  it("a lag, duration or rate that is impossible is a failure of that individual", () => {
    const status = (properties: Partial<OracleRecord>, rate = 0) =>
      solver.solveRecords({
        records: [dose(0, { rate, inputs: inputsOf(properties) }), at(1, { inputs: inputsOf(properties) })],
      }).status;
    expect(status({ lag: -1 })).toBe("bad-dose");
    expect(status({ dur: Number.NaN }, -2)).toBe("bad-dose");
    expect(status({ modelRate: 0 }, -1)).toBe("bad-dose");
    expect(status({ modelRate: -2 }, -1)).toBe("bad-dose");
  });
});
