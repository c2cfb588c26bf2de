import { describe, expect, it } from "vitest";
import type { CompiledModel } from "../compile/compiled-model.ts";
import { ErrorScale } from "./error-scale.ts";
import { handWrittenModel } from "./hand-written-model.contract.ts";
import { OdeSystem } from "./ode-system.ts";
import type { Stepper } from "./stepper.ts";

interface Reference {
  readonly name: string;
  readonly model: CompiledModel;
  /** Exact states at time t, for a start at exact(0). */
  readonly exact: (t: number) => readonly number[];
}

/** Problems with known solutions on [0, 1]: what one cannot see, another can (coupling, time itself, an explicit time derivative). */
const problems: readonly Reference[] = [
  {
    name: "a nonlinear pair without time (sech and -tanh)",
    exact: (t) => [1 / Math.cosh(t + 0.5), -Math.tanh(t + 0.5)],
    model: handWrittenModel({
      states: ["x", "y"],
      derivative: (_t, y) => [y[0]! * y[1]!, -y[0]! * y[0]!],
      jacobian: (_t, y) => [
        [y[1]!, y[0]!],
        [-2 * y[0]!, 0],
      ],
    }),
  },
  {
    name: "a rate that varies in time (exp of sin)",
    exact: (t) => [Math.exp(Math.sin(2 * t))],
    model: handWrittenModel({
      states: ["x"],
      derivative: (t, y) => [2 * Math.cos(2 * t) * y[0]!],
      jacobian: (t) => [[2 * Math.cos(2 * t)]],
      timeDerivative: (t, y) => [-4 * Math.sin(2 * t) * y[0]!],
    }),
  },
  {
    name: "a driven nonlinear pair (2 + sin t and exp -t, planted)",
    exact: (t) => [2 + Math.sin(3 * t), Math.exp(-t)],
    model: handWrittenModel({
      states: ["x", "y"],
      derivative: (t, y) => [
        3 * Math.cos(3 * t) - (y[0]! - 2 - Math.sin(3 * t)) * y[1]!,
        (-y[1]! * y[0]!) / (2 + Math.sin(3 * t)),
      ],
      jacobian: (t, y) => [
        [-y[1]!, 2 + Math.sin(3 * t) - y[0]!],
        [-y[1]! / (2 + Math.sin(3 * t)), -y[0]! / (2 + Math.sin(3 * t))],
      ],
      timeDerivative: (t, y) => [
        -9 * Math.sin(3 * t) + 3 * Math.cos(3 * t) * y[1]!,
        (3 * Math.cos(3 * t) * y[1]! * y[0]!) / (2 + Math.sin(3 * t)) ** 2,
      ],
    }),
  },
];

type MakeStepper = (context: { system: OdeSystem; scale: ErrorScale; pattern: CompiledModel["pattern"] }) => Stepper;

function prepareStepper({ model, exact }: Reference, makeStepper: MakeStepper) {
  const system = new OdeSystem(model);
  const scale = new ErrorScale(system.size);
  const y = Float64Array.from(exact(0));
  scale.reset({ relative: 1e-6, absolute: 1e-9 }, y);
  return { system, y, stepper: makeStepper({ system, scale, pattern: model.pattern }) };
}

/** Largest error over [0, 1] with n equal steps, at their ends and (for `dense`) at three places inside each. */
function errorsOf(reference: Reference, makeStepper: MakeStepper, n: number): { ends: number; dense: number } {
  const { stepper, y } = prepareStepper(reference, makeStepper);
  const inside = new Float64Array(y.length);
  const errorAt = (t: number, found: Float64Array) =>
    Math.max(...reference.exact(t).map((value, i) => Math.abs(value - found[i]!)));
  let dense = 0;
  for (let k = 0; k < n; k++) {
    stepper.prepare(k / n, y, k > 0);
    stepper.attempt(1 / n);
    for (const x of [0.2, 0.5, 0.75]) {
      stepper.interpolate(x, inside);
      dense = Math.max(dense, errorAt((k + x) / n, inside));
    }
    y.set(stepper.candidate);
  }
  return { ends: errorAt(1, y), dense };
}

/** What every method owes its caller. Step numbers are chosen so that errors stay well above rounding (1e-15). */
export function describeMethod(
  claims: { name: string; order: number; errorOrder: number; denseOrder: number },
  makeStepper: MakeStepper,
): void {
  describe(`${claims.name} (method contract)`, () => {
    it.each(problems)(`converges with order ${claims.order} on $name`, (problem) => {
      const [coarse, fine] = [24, 48].map((n) => errorsOf(problem, makeStepper, n).ends);
      // Half an order of slack for the terms beyond the leading one.
      expect(Math.log2(coarse! / fine!)).toBeGreaterThan(claims.order - 0.5);
    });

    it.each(problems)(`has dense output of order ${claims.denseOrder} inside the steps on $name`, (problem) => {
      const [coarse, fine] = [24, 48].map((n) => errorsOf(problem, makeStepper, n).dense);
      // A piecewise interpolant of order q has error h^(q + 1) inside a step.
      expect(Math.log2(coarse! / fine!)).toBeGreaterThan(claims.denseOrder + 0.5);
    });

    it.each(problems)(`estimates an error that shrinks with power ${claims.errorOrder} on $name`, (problem) => {
      const { stepper, y } = prepareStepper(problem, makeStepper);
      stepper.prepare(0, y, false);
      const ratio = stepper.attempt(1 / 16) / stepper.attempt(1 / 32);
      expect(Math.abs(Math.log2(ratio) - claims.errorOrder)).toBeLessThan(0.6);
    });

    it("continues its dense output into both ends of the step", () => {
      const { stepper, y } = prepareStepper(problems[0]!, makeStepper);
      const out = new Float64Array(2);
      stepper.prepare(0, y, false);
      stepper.attempt(0.3);
      stepper.interpolate(0, out);
      expect(out).toEqual(y);
      stepper.interpolate(1, out);
      for (const [i, value] of stepper.candidate.entries()) expect(out[i]).toBeCloseTo(value, 14);
    });

    it("gives the same step whether it continues or is prepared afresh", () => {
      const { stepper, y } = prepareStepper(problems[1]!, makeStepper);
      const next = (continues: boolean) => {
        stepper.prepare(0, y, false);
        stepper.attempt(0.1);
        stepper.prepare(0.1, stepper.candidate.slice(), continues);
        stepper.attempt(0.1);
        return stepper.candidate[0];
      };
      expect(next(true)).toBe(next(false));
    });

    it("adds a running infusion to the derivative", () => {
      const still = handWrittenModel({ states: ["x"], derivative: () => [0], jacobian: () => [[0]] });
      const { stepper, system, y } = prepareStepper({ name: "still", model: still, exact: () => [1] }, makeStepper);
      system.rates[0] = 3;
      system.infusing = true;
      stepper.prepare(0, y, false);
      stepper.attempt(0.5);
      expect(stepper.candidate[0]).toBeCloseTo(2.5, 13);
    });

    it("answers NaN, and does not throw, when the right-hand side is not finite", () => {
      const broken = handWrittenModel({
        states: ["x"],
        derivative: (_t, y) => [Math.log(y[0]! - 1)],
        jacobian: (_t, y) => [[1 / (y[0]! - 1)]],
      });
      const { stepper, y } = prepareStepper({ name: "broken", model: broken, exact: () => [0.5] }, makeStepper);
      stepper.prepare(0, y, false);
      expect(stepper.attempt(0.1)).toBeNaN();
    });
  });
}
