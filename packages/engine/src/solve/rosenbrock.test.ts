import { expect, it } from "vitest";
import { ErrorScale } from "./error-scale.ts";
import { handWrittenModel } from "./hand-written-model.contract.ts";
import { OdeSystem } from "./ode-system.ts";
import { rodas5p } from "./rodas5p.ts";
import { RosenbrockStepper } from "./rosenbrock.ts";
import { describeMethod } from "./solver.contract.ts";

describeMethod(rodas5p, (context) => new RosenbrockStepper(rodas5p, context));

it("damps a fast mode at once and keeps the slow one (L-stability)", () => {
  const model = handWrittenModel({
    states: ["fast", "slow"],
    derivative: (_t, y) => [-1e9 * y[0]!, -y[1]!],
    jacobian: () => [
      [-1e9, null],
      [null, -1],
    ],
  });
  const system = new OdeSystem(model);
  const scale = new ErrorScale(2);
  const y = Float64Array.of(1, 1);
  scale.reset({ relative: 1e-6, absolute: 1e-9 }, y);
  const stepper = new RosenbrockStepper(rodas5p, { system, scale, pattern: model.pattern });
  stepper.prepare(0, y);
  stepper.attempt(0.1);
  // R(z) behaves like a constant over z for large |z|.
  expect(Math.abs(stepper.candidate[0]!)).toBeLessThan(1e-6);
  expect(Math.abs(stepper.candidate[1]! - Math.exp(-0.1))).toBeLessThan(1e-8);
});
