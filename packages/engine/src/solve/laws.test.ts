import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dose } from "../dosing/dose.ts";
import { combineRegimens, repeatDose } from "../dosing/regimen.ts";
import { handWrittenModel, twoCompartments } from "./hand-written-model.contract.ts";
import type { Problem } from "./problem.ts";
import { createSolver } from "./solver.ts";

const solver = createSolver(twoCompartments);
const outputTimes = [0, 0.5, 1, 3, 7, 12, 23.9, 24, 30, 48, 72];
// Local error 1e-9 of a state per step; the laws hold to the sum over a few hundred steps, relative to all that was given.
const tolerance = { relative: 1e-9, absolute: 1e-11 };
const lawTolerance = 1e-7;

const hours = (max: number) => fc.double({ min: 0, max, noNaN: true });
const anyDose: fc.Arbitrary<Dose> = fc.record({
  time: hours(48),
  compartment: fc.constantFrom("depot", "central"),
  amount: fc.double({ min: 0.1, max: 100, noNaN: true }),
  duration: fc.oneof(fc.constant(0), fc.double({ min: 0.02, max: 12, noNaN: true })),
});
const rate = fc.double({ min: 0.01, max: 3, noNaN: true });
const anyInputs = fc.tuple(rate, rate, rate, rate).map((rates) => Float64Array.from(rates));

function amounts(inputs: Float64Array, doses: readonly Dose[], more: Partial<Problem> = {}): Float64Array {
  const solution = solver.solve({ inputs, doses, outputTimes, tolerance, ...more });
  expect(solution.status).toBe("ok");
  return solution.outputs;
}

function expectSame(found: Float64Array, expected: ArrayLike<number>, given: number): void {
  for (let i = 0; i < found.length; i++) expect(Math.abs(found[i]! - expected[i]!)).toBeLessThan(lawTolerance * given);
}

const law = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 40 });

describe("laws of linear kinetics", () => {
  it("adds: two regimens together give the sum of each alone", () => {
    law(
      fc.property(anyInputs, anyDose, anyDose, (inputs, a, b) => {
        const apart = amounts(inputs, [a]).map((value, i) => value + amounts(inputs, [b])[i]!);
        expectSame(amounts(inputs, combineRegimens([a], [b])), apart, a.amount + b.amount);
      }),
    );
  });

  it("back-to-back infusions act as one long infusion at the same rate", () => {
    const pieces = fc.record({
      duration: fc.double({ min: 0.1, max: 3, noNaN: true }),
      count: fc.integer({ min: 2, max: 6 }),
    });
    law(
      fc.property(anyInputs, hours(24), pieces, (inputs, time, { duration, count }) => {
        const piece: Dose = { time, compartment: "central", amount: 10, duration };
        const long: Dose = { ...piece, amount: 10 * count, duration: duration * count };
        const split = repeatDose(piece, { count, interval: duration });
        expectSame(amounts(inputs, split), amounts(inputs, [long]), long.amount);
      }),
    );
  });

  it("nothing happens before the dose", () => {
    law(
      fc.property(anyInputs, anyDose, (inputs, dose) => {
        const before = amounts(inputs, [{ ...dose, time: dose.time + 1 }], {
          outputTimes: [0, dose.time / 2, dose.time + 1 - 1e-9],
        });
        expect(Math.max(...before)).toBe(0);
      }),
    );
  });

  it("shifting the doses and the samples shifts the course", () => {
    law(
      fc.property(anyInputs, anyDose, hours(1000), (inputs, dose, shift) => {
        const shifted = amounts(inputs, [{ ...dose, time: dose.time + shift }], {
          outputTimes: outputTimes.map((t) => t + shift),
        });
        expectSame(shifted, amounts(inputs, [dose]), dose.amount);
      }),
    );
  });

  it("keeps what was given: with no elimination the compartments hold the sum of the doses", () => {
    law(
      fc.property(anyInputs, fc.array(anyDose, { minLength: 1, maxLength: 4 }), (inputs, doses) => {
        const given = doses.reduce((sum, dose) => sum + dose.amount, 0);
        const held = amounts(inputs.with(1, 0), doses, { outputTimes: [72] });
        expect(Math.abs(held[0]! + held[1]! + held[2]! - given)).toBeLessThan(lawTolerance * given);
      }),
    );
  });

  it("an infusion approaches a bolus as its duration approaches 0", () => {
    const inputs = Float64Array.of(1, 0.5, 0.8, 0.2);
    const course = (duration: number) =>
      amounts(inputs, [{ time: 0, compartment: "central", amount: 1, duration }], { outputTimes: [6] })[1]!;
    const limit = course(0);
    // The first-order effect of a duration D is k D / 2; 1e-13 h cannot be resolved and is a bolus.
    expect(Math.abs(course(1e-6) / limit - 1)).toBeLessThan(1e-6);
    expect(course(1e-13)).toBe(limit);
  });
});

describe("looking does not disturb", () => {
  const regimen = repeatDose(
    { time: 1, compartment: "central", amount: 50, duration: 2 / 3 },
    { count: 3, interval: 24 },
  );
  const inputs = Float64Array.of(1, 0.5, 0.8, 0.2);

  it("leaving out sampling times changes none of the other numbers, bit for bit", () => {
    const all = amounts(inputs, regimen);
    law(
      fc.property(fc.subarray([...outputTimes.keys()], { minLength: 1 }), (rows) => {
        const some = amounts(inputs, regimen, { outputTimes: rows.map((row) => outputTimes[row]!) });
        expect(some).toEqual(Float64Array.from(rows.flatMap((row) => [...all.subarray(3 * row, 3 * row + 3)])));
      }),
    );
  });

  it("asking for other outputs changes none of the states", () => {
    const source = {
      states: ["x"],
      derivative: (_t: number, y: Float64Array) => [-y[0]!],
      jacobian: () => [[-1]],
      initial: () => [1],
    };
    const states = [{}, { x: (_t: number, y: Float64Array) => y[0]! }, { a: (t: number) => t, b: () => 1 }].map(
      (outputs) => {
        const model = handWrittenModel({ ...source, outputs });
        return createSolver(model).solve({ inputs: new Float64Array(0), doses: [], outputTimes, keepStates: true })
          .states;
      },
    );
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  it("a route of administration that is not used changes none of the numbers", () => {
    const source = {
      inputs: ["ka", "k", "k12", "k21"],
      derivative: (_t: number, y: Float64Array, p: Float64Array) => [
        -(p[1]! + p[2]!) * y[0]! + p[3]! * y[1]!,
        p[2]! * y[0]! - p[3]! * y[1]!,
      ],
      jacobian: (_t: number, _y: Float64Array, p: Float64Array) => [
        [-p[1]! - p[2]!, p[3]!],
        [p[2]!, -p[3]!],
      ],
    };
    const withoutDepot = handWrittenModel({ ...source, states: ["central", "peripheral"] });
    const { outputs } = createSolver(withoutDepot).solve({ inputs, doses: regimen, outputTimes, tolerance });
    expect(outputs).toEqual(amounts(inputs, regimen).filter((_, i) => i % 3 !== 0));
  });

  it("output times may come in any order, and rows follow that order", () => {
    const backwards = amounts(inputs, regimen, { outputTimes: [...outputTimes].reverse() });
    const forwards = amounts(inputs, regimen);
    const rows = outputTimes.map((_, row) => backwards.subarray(3 * row, 3 * row + 3)).reverse();
    expect(Float64Array.from(rows.flatMap((row) => [...row]))).toEqual(forwards);
  });

  it("a solver used before gives the same numbers as a new one", () => {
    amounts(Float64Array.of(3, 2, 1, 0.5), [{ time: 0, compartment: "depot", amount: 1e6, duration: 0 }]);
    const fresh = createSolver(twoCompartments).solve({ inputs, doses: regimen, outputTimes, tolerance });
    expect(amounts(inputs, regimen)).toEqual(fresh.outputs);
  });
});
