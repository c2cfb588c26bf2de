import { describe, expect, it } from "vitest";
import { ErrorScale } from "./error-scale.ts";
import { handWrittenModel } from "./hand-written-model.contract.ts";
import { InitialStep } from "./initial-step.ts";
import { Integrator } from "./integrator.ts";
import { OdeSystem } from "./ode-system.ts";
import type { Stepper } from "./stepper.ts";

/** x' = -x in the eyes of the choice of the first step; the stepper itself only takes notes. */
const model = handWrittenModel({ states: ["x"], derivative: (_t, y) => [-y[0]!], jacobian: () => [[-1]] });

/** A stepper whose errors are scripted and whose attempts are noted. */
class ScriptedStepper implements Stepper {
  readonly name = "scripted";
  readonly errorOrder = 5;
  readonly candidate = Float64Array.of(1);
  readonly attempts: number[] = [];
  readonly continued: boolean[] = [];
  private readonly errorOf: (h: number) => number;

  constructor(errorOf: (h: number) => number) {
    this.errorOf = errorOf;
  }

  prepare(_t: number, _y: Float64Array, continues: boolean): void {
    this.continued.push(continues);
  }

  attempt(h: number): number {
    this.attempts.push(h);
    return this.errorOf(h);
  }

  interpolate(): void {}
}

function integratorWith(errorOf: (h: number) => number) {
  const system = new OdeSystem(model);
  const scale = new ErrorScale(1);
  const stepper = new ScriptedStepper(errorOf);
  const integrator = new Integrator({
    stepper,
    scale,
    initialStep: new InitialStep({ system, scale, pattern: model.pattern }),
  });
  integrator.y[0] = 1;
  scale.reset({ relative: 1e-6, absolute: 1e-9 }, integrator.y);
  integrator.begin(0);
  return { integrator, stepper };
}

/** An error of exactly the aim keeps the step size. */
const steady = () => 0.7;

describe("Integrator", () => {
  it("lands exactly on its limit, with two equal last steps and no sliver", () => {
    const { integrator, stepper } = integratorWith(steady);
    integrator.step(Number.POSITIVE_INFINITY, 100);
    const h = stepper.attempts[0]!;
    const limit = integrator.t + 3.3 * h;
    while (integrator.t < limit) integrator.step(limit, 100);
    expect(integrator.t).toBe(limit);
    expect(stepper.attempts.map((step) => step / h).map((r) => Number(r.toFixed(9)))).toEqual([1, 1, 1, 0.65, 0.65]);
  });

  it("goes on with the size it wanted after a step that was cut short", () => {
    const { integrator, stepper } = integratorWith(steady);
    integrator.step(Number.POSITIVE_INFINITY, 100);
    const h = stepper.attempts[0]!;
    integrator.step(integrator.t + h / 100, 100);
    integrator.step(Number.POSITIVE_INFINITY, 100);
    expect(stepper.attempts[2]! / h).toBeCloseTo(1, 9);
  });

  it("stretches a step to a limit a hair beyond it", () => {
    const { integrator, stepper } = integratorWith(steady);
    integrator.step(Number.POSITIVE_INFINITY, 100);
    const limit = integrator.t + stepper.attempts[0]! * (1 + 1e-8);
    integrator.step(limit, 100);
    expect(integrator.t).toBe(limit);
  });

  it("chooses its step and evaluates afresh after a disturbance, and only then", () => {
    const { integrator, stepper } = integratorWith(() => 1e-9);
    for (let k = 0; k < 4; k++) integrator.step(Number.POSITIVE_INFINITY, 100);
    expect(stepper.attempts[3]! / stepper.attempts[0]!).toBeGreaterThan(30);
    integrator.disturb();
    integrator.step(Number.POSITIVE_INFINITY, 100);
    expect(stepper.attempts[4]).toBe(stepper.attempts[0]);
    expect(stepper.continued).toEqual([false, true, true, true, false]);
  });

  it("shrinks until a step is accepted, and does not grow straight after", () => {
    const { integrator, stepper } = integratorWith((h) => (h > 1e-5 ? 1e6 : 1e-9));
    integrator.step(Number.POSITIVE_INFINITY, 100);
    integrator.step(Number.POSITIVE_INFINITY, 100);
    const [before, accepted, next] = stepper.attempts.slice(-3);
    expect(before).toBeGreaterThan(1e-5);
    expect(before! / accepted!).toBeCloseTo(5, 9);
    expect(next).toBe(accepted);
    expect(integrator.accepted).toBe(2);
    expect(integrator.rejected).toBe(stepper.attempts.length - 2);
  });

  it("gives up when no step is accepted: for lack of size, of finite values, or of attempts", () => {
    expect(integratorWith(() => 2).integrator.step(1, 1000)).toBe("step-too-small");
    expect(integratorWith(() => Number.NaN).integrator.step(1, 1000)).toBe("not-finite");
    expect(integratorWith(() => 2).integrator.step(1, 10)).toBe("max-steps");
  });

  it("sets states to 0 that are too small to mean anything", () => {
    const { integrator, stepper } = integratorWith(steady);
    for (const [value, kept] of [
      [1e-139, 1e-139],
      [-1e-141, 0],
    ] as const) {
      stepper.candidate[0] = value;
      integrator.step(Number.POSITIVE_INFINITY, 100);
      expect(integrator.y[0]).toBe(kept);
    }
  });
});
