import { expect, it } from "vitest";
import { compileModel } from "../compile/compile-model.ts";
import { checkModel } from "../model/check-model.ts";
import { parseModel } from "../model/parse-model.ts";
import { twoCompartments } from "./hand-written-model.contract.ts";
import { createSolver } from "./solver.ts";

const text = `
d/dt(depot) = -ka*depot # [mg] amount to be absorbed
d/dt(central) = ka*depot - (k + k12)*central + k21*peripheral # [mg] amount in plasma
d/dt(peripheral) = k12*central - k21*peripheral # [mg] amount in tissue
f(peripheral) = central/(central + 50*mg) # [1] share that depends on the moment
alag(depot) = tlag # [h] delay
level = central # [mg] amount in plasma
`;
const rates = ["ka", "k", "k12", "k21"].map((name) => ({ name, unit: "1/h", kind: "parameter" as const }));
const inputs = [
  ...rates,
  { name: "tlag", unit: "h", kind: "parameter" as const },
  { name: "mg", unit: "mg", kind: "parameter" as const },
];
const values = [1, 0.5, 0.8, 0.2];
const outputTimes = [0, 1, 2, 3, 8, 24];
const tolerance = { relative: 1e-9, absolute: 1e-12 };

it("a model in text, with a lag and a bioavailability that reads a state, solves as the same model written by hand", () => {
  const model = compileModel(checkModel(parseModel([{ name: "two.model", text }]), inputs), {
    outputs: ["level", "peripheral"],
  });
  const doses = [
    { time: 0, compartment: "depot", amount: 100, duration: 0 },
    { time: 2, compartment: "peripheral", amount: 10, duration: 0 },
  ];
  const found = createSolver(model).solve({
    inputs: Float64Array.of(...values, 1.5, 1),
    doses,
    outputTimes,
    tolerance,
  });
  expect(found.status).toBe("ok");
  const central = found.outputs[2 * 2]!;
  const available = (10 * central) / (central + 50);
  const byHand = createSolver(twoCompartments).solve({
    inputs: Float64Array.from(values),
    doses: [
      { ...doses[0]!, time: 1.5 },
      { ...doses[1]!, amount: available },
    ],
    outputTimes,
    tolerance,
  });
  for (const [row] of outputTimes.entries()) {
    expect(found.outputs[2 * row]).toBeCloseTo(byHand.outputs[3 * row + 1]!, 7);
    expect(found.outputs[2 * row + 1]).toBeCloseTo(byHand.outputs[3 * row + 2]!, 7);
  }
});
