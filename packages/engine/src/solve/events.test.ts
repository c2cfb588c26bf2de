import { describe, expect, it } from "vitest";
import type { Dose } from "../dosing/dose.ts";
import { type HandWritten, handWrittenModel, twoCompartments } from "./hand-written-model.contract.ts";
import type { Problem } from "./problem.ts";
import { createSolver, solve } from "./solver.ts";

const inputs = Float64Array.of(1, 0.5, 0, 0);
const tolerance = { relative: 1e-10, absolute: 1e-12 };
const bolus: Dose = { time: 0, compartment: "central", amount: 100, duration: 0 };
const infusion: Dose = { time: 1, compartment: "central", amount: 60, duration: 2 };

/** Central amount at the given times. */
function central(problem: Partial<Problem>, outputTimes: readonly number[]): number[] {
  const solution = createSolver(twoCompartments).solve({ inputs, doses: [], tolerance, outputTimes, ...problem });
  expect(solution.status).toBe("ok");
  return outputTimes.map((_, row) => solution.outputs[3 * row + 1]!);
}

describe("ties", () => {
  it("a sample at the time of a bolus contains the bolus", () => {
    expect(central({ doses: [bolus] }, [0])).toEqual([100]);
  });

  it("a sample at the start of an infusion contains none of it, at its end all that is left of it", () => {
    const [start, end] = central({ doses: [infusion] }, [1, 3]);
    expect(start).toBe(0);
    expect(end).toBeCloseTo((30 / 0.5) * -Math.expm1(-1), 7);
  });

  it("doses and samples whose times differ by rounding only happen together", () => {
    const [sample] = central({ doses: [{ ...bolus, time: 0.1 + 0.2 }] }, [0.3]);
    expect(sample).toBe(100);
  });

  it("an infusion that starts where another ends leaves no gap and no overlap", () => {
    const second = { ...infusion, time: 3 };
    const [at3, at5] = central({ doses: [infusion, second] }, [3, 5]);
    expect(at5).toBeCloseTo(at3! * Math.exp(-1) + at3!, 7);
  });

  it("a reset at the time of a dose clears what was before and keeps the dose", () => {
    expect(central({ doses: [bolus, { ...bolus, time: 5, amount: 7 }], resets: [5] }, [4.999, 5])[1]).toBe(7);
  });
});

describe("infusions", () => {
  it("that a dose of amount 0 interrupts go on as if nothing had happened, without starting again from tiny steps", () => {
    const long: Dose = { ...infusion, time: 0, amount: 100, duration: 24 };
    const nothing: Dose = { ...bolus, time: 12, amount: 0 };
    const course = (doses: readonly Dose[]) =>
      createSolver(twoCompartments).solve({ inputs, doses, outputTimes: [13, 30], tolerance });
    const [plain, interrupted] = [course([long]), course([long, nothing])];
    expect(interrupted.steps - plain.steps).toBeLessThanOrEqual(2);
    // Eight evaluations per step; what is left over are the fresh starts.
    const starts = ({ evaluations, steps, rejected }: typeof plain) => evaluations - 8 * steps - 7 * rejected;
    expect(starts(interrupted)).toBe(starts(plain));
    expect(interrupted.outputs[1]! / plain.outputs[1]! - 1).toBeLessThan(1e-8);
  });

  it("overlap by adding their rates, and each ends on its own", () => {
    const first: Dose = { time: 0, compartment: "central", amount: 10, duration: 10 };
    const second: Dose = { time: 5, compartment: "central", amount: 20, duration: 10 };
    const held = central({ inputs: Float64Array.of(0, 0, 0, 0), doses: [first, second] }, [5, 10, 15, 20]);
    for (const [i, amount] of [5, 20, 30, 30].entries()) expect(held[i]).toBeCloseTo(amount, 9);
  });
});

describe("resets", () => {
  it("stop infusions that are running, whose later end changes nothing", () => {
    expect(central({ doses: [infusion], resets: [2] }, [2, 2.5, 3, 10])).toEqual([0, 0, 0, 0]);
  });

  it("return states to the initial values of the model", () => {
    const model = handWrittenModel({
      states: ["x"],
      initial: () => [3],
      derivative: (_t, y) => [-y[0]!],
      jacobian: () => [[-1]],
    });
    const { outputs } = solve(model, {
      inputs: new Float64Array(0),
      doses: [],
      resets: [10],
      outputTimes: [9, 10, 11],
      tolerance,
    });
    expect(outputs[1]).toBe(3);
    expect(outputs[2]).toBeCloseTo(3 * Math.exp(-1), 8);
  });
});

/** One compartment whose dosing properties can be set. */
function oneCompartment(modifiers: NonNullable<HandWritten["modifiers"]>) {
  return handWrittenModel({
    states: ["central", "copy"],
    inputs: ["k", "F", "lag"],
    derivative: (_t, y, p) => [-p[0]! * y[0]!, 0],
    jacobian: (_t, _y, p) => [
      [-p[0]!, null],
      [null, 0],
    ],
    modifiers,
  });
}

const dosing = (
  model: ReturnType<typeof oneCompartment>,
  doses: readonly Dose[],
  values: readonly number[],
  outputTimes = [1, 2, 4],
) => solve(model, { inputs: Float64Array.from(values), doses, outputTimes, tolerance });

describe("bioavailability", () => {
  const model = oneCompartment([{ state: 0, kind: "bioavailability", value: (_t, _y, p) => p[1]! }]);

  it("multiplies a bolus", () => {
    expect(dosing(model, [bolus], [0.5, 0.4, 0]).outputs[0]).toBeCloseTo(40 * Math.exp(-0.5), 7);
  });

  it("multiplies the rate of an infusion and keeps its duration", () => {
    const { outputs } = dosing(model, [infusion], [0.5, 0.4, 0], [3, 4]);
    expect(outputs[0]).toBeCloseTo(((0.4 * 30) / 0.5) * -Math.expm1(-1), 7);
    expect(outputs[2]).toBeCloseTo(outputs[0]! * Math.exp(-0.5), 7);
  });

  it("is evaluated with the states at the moment of the dose, after the doses before it in the list", () => {
    const copying = oneCompartment([{ state: 1, kind: "bioavailability", value: (_t, y) => y[0]! }]);
    const impulse: Dose = { time: 2, compartment: "copy", amount: 1, duration: 0 };
    const { outputs } = dosing(copying, [bolus, impulse], [0.5, 1, 0]);
    expect(outputs[3]).toBeCloseTo(100 * Math.exp(-1), 7);
    expect(dosing(copying, [{ ...bolus, time: 2 }, impulse], [0.5, 1, 0]).outputs[3]).toBe(100);
    expect(dosing(copying, [impulse, { ...bolus, time: 2 }], [0.5, 1, 0]).outputs[3]).toBe(0);
  });

  it("that is negative or NaN is a failure of that course, named after the compartment", () => {
    for (const F of [-0.1, Number.NaN]) {
      const solution = dosing(model, [{ ...bolus, time: 1.5 }], [0.5, F, 0]);
      expect(solution.status).toBe("bad-dose");
      expect(solution.failure).toMatchObject({ time: 1.5, state: "central" });
      expect([...solution.outputs.subarray(0, 2), ...solution.outputs.subarray(2)].map(Number.isNaN)).toEqual([
        false,
        false,
        true,
        true,
        true,
        true,
      ]);
    }
  });
});

describe("lag", () => {
  const model = oneCompartment([{ state: 0, kind: "lag", value: (t, _y, p) => p[2]! + 0 * t }]);

  it("delays a bolus and both ends of an infusion", () => {
    const late = dosing(model, [bolus, infusion], [0.5, 1, 0.75], [0.7, 0.75, 1.8, 4.2]).outputs;
    const punctual = dosing(
      model,
      [
        { ...bolus, time: 0.75 },
        { ...infusion, time: 1.75 },
      ],
      [0.5, 1, 0],
      [0.7, 0.75, 1.8, 4.2],
    ).outputs;
    expect(late).toEqual(punctual);
    expect(late[0]).toBe(0);
  });

  it("is not added to a dose that is marked as lagged", () => {
    expect(dosing(model, [{ ...bolus, lagged: true }], [0.5, 1, 0.75], [0]).outputs[0]).toBe(100);
  });

  it("carries a dose over a reset that cancels it", () => {
    const cancelled = { inputs: Float64Array.of(0.5, 1, 2), doses: [bolus], outputTimes: [3], tolerance };
    expect(solve(model, { ...cancelled, resets: [1] }).outputs[0]).toBe(0);
    expect(solve(model, { ...cancelled, resets: [2.5] }).outputs[0]).toBe(0);
    expect(solve(model, cancelled).outputs[0]).toBeCloseTo(100 * Math.exp(-0.5), 7);
  });

  it("that is negative or NaN is a failure of that course", () => {
    for (const lag of [-1, Number.NaN]) {
      const solution = dosing(model, [bolus], [0.5, 1, lag]);
      expect(solution.status).toBe("bad-dose");
      expect(solution.outputs.every(Number.isNaN)).toBe(true);
      expect(solution.failure?.reason).toContain("doses[0].lag");
    }
  });

  it("that reads a state is the author's mistake", () => {
    const reading = oneCompartment([{ state: 0, kind: "lag", value: (_t, y) => y[1]! }]);
    expect(() => dosing(reading, [bolus], [0.5, 1, 0])).toThrow("E-LAG-DEPENDS");
  });
});
