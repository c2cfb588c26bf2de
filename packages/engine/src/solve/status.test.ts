import { describe, expect, it } from "vitest";
import { type HandWritten, handWrittenModel, twoCompartments } from "./hand-written-model.contract.ts";
import { createSolver, solve } from "./solver.ts";

const oneState = (
  derivative: (t: number, x: number) => number,
  slope: (t: number, x: number) => number,
  more: Partial<HandWritten> = {},
) =>
  handWrittenModel({
    states: ["x"],
    initial: () => [1],
    derivative: (t, y) => [derivative(t, y[0]!)],
    jacobian: (t, y) => [[slope(t, y[0]!)]],
    ...more,
  });
const plain = { inputs: new Float64Array(0), doses: [], outputTimes: [0, 0.5, 3] };

describe("status of a solve", () => {
  it("is max-steps when they run out, with the time reached and rows from there on NaN", () => {
    const oscillator = handWrittenModel({
      states: ["x", "v"],
      initial: () => [1, 0],
      derivative: (_t, y) => [100 * y[1]!, -100 * y[0]!],
      jacobian: () => [
        [0, 100],
        [-100, 0],
      ],
    });
    const solution = solve(oscillator, { ...plain, maxSteps: 50 });
    expect(solution.status).toBe("max-steps");
    expect(solution.steps + solution.rejected).toBe(50);
    expect(solution.failure!.time).toBeGreaterThan(0);
    expect(solution.failure!.time).toBeLessThan(3);
    expect(solution.outputs[0]).toBe(1);
    expect(solution.outputs[4]).toBeNaN();
    expect(solution.failure!.reason).toContain("maxSteps");
  });

  it("is step-too-small at a singularity, near the time of it", () => {
    // x' = x^2 from 1 is infinite at t = 1.
    const solution = solve(
      oneState(
        (_t, x) => x * x,
        (_t, x) => 2 * x,
      ),
      plain,
    );
    expect(["step-too-small", "not-finite"]).toContain(solution.status);
    expect(solution.failure!.time).toBeCloseTo(1, 3);
    expect(solution.failure!.state).toBe("x");
    expect(solution.outputs[1]).toBeCloseTo(2, 4);
    expect(solution.outputs[2]).toBeNaN();
  });

  it("is not-finite when the right-hand side leaves its domain, naming the state", () => {
    // The square root of 1 - t is NaN after 1 h.
    const model = handWrittenModel({
      states: ["fine", "broken"],
      derivative: (t) => [1, Math.sqrt(1 - t)],
      jacobian: () => [
        [0, null],
        [null, 0],
      ],
      timeDerivative: (t) => [0, -0.5 / Math.sqrt(1 - t)],
    });
    const solution = solve(model, plain);
    expect(solution.status).toBe("not-finite");
    expect(solution.failure!.state).toBe("broken");
    expect(solution.failure!.time).toBeCloseTo(1, 6);
  });

  it("is not-finite at once when an input is NaN", () => {
    const solution = createSolver(twoCompartments).solve({
      ...plain,
      inputs: Float64Array.of(Number.NaN, 1, 1, 1),
      outputTimes: [1],
    });
    expect(solution).toMatchObject({ status: "not-finite", steps: 0, failure: { time: 0, state: "depot" } });
    expect(solution.outputs.every(Number.isNaN)).toBe(true);
  });

  it("is not-finite when only an output is, naming the output", () => {
    const model = oneState(
      (_t, x) => -x,
      () => -1,
      { outputs: { fine: (_t, y) => y[0]!, ratio: (t) => 1 / (t - 0.5) } },
    );
    const solution = solve(model, plain);
    expect(solution).toMatchObject({ status: "not-finite", failure: { state: "ratio" } });
    expect(solution.failure!.reason).toContain("0.5 h");
  });

  it("is ok for a model in which nothing moves, in a handful of steps", () => {
    const solution = solve(
      oneState(
        () => 0,
        () => 0,
      ),
      { ...plain, outputTimes: [0, 1e6] },
    );
    expect(solution).toMatchObject({ status: "ok", rejected: 0 });
    expect([...solution.outputs]).toEqual([1, 1]);
    expect(solution.steps).toBeLessThan(15);
  });

  it("decays to 0 and stays there, without denormal numbers or wasted steps", () => {
    const solution = solve(
      oneState(
        (_t, x) => -x,
        () => -1,
      ),
      { ...plain, outputTimes: [100_000] },
    );
    expect(solution.status).toBe("ok");
    expect(Math.abs(solution.outputs[0]!)).toBeLessThan(1e-12);
    expect(solution.steps).toBeLessThan(200);
  });
});

describe("requests that are refused", () => {
  it.each([
    [{ tolerance: { relative: 0, absolute: 1e-9 } }, "E-TOLERANCE"],
    [{ tolerance: { relative: 1e-6, absolute: Number.NaN } }, "E-TOLERANCE"],
    [{ maxSteps: 0 }, "E-TOLERANCE"],
    [{ inputs: new Float64Array(3) }, "E-INPUT-MISSING"],
    [{ outputTimes: [-1] }, "E-TIME"],
    [{ outputTimes: [Number.NaN] }, "E-TIME"],
    [{ resets: [Number.POSITIVE_INFINITY] }, "E-TIME"],
    [{ doses: [{ time: -1, compartment: "x", amount: 1, duration: 0 }] }, "E-TIME"],
    [{ doses: [{ time: 0, compartment: "y", amount: 1, duration: 0 }] }, "E-DOSE-COMPARTMENT"],
    [{ doses: [{ time: 0, compartment: "x", amount: -1, duration: 0 }] }, "E-DOSE-AMOUNT"],
    [{ doses: [{ time: 0, compartment: "x", amount: 1, duration: -1 }] }, "E-DOSE-DURATION"],
  ])("%o with %s", (change, code) => {
    expect(() =>
      solve(
        oneState(
          (_t, x) => -x,
          () => -1,
        ),
        { ...plain, ...change },
      ),
    ).toThrow(code);
  });
});
