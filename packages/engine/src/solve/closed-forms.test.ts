import { describe, expect, it } from "vitest";
import type { Dose } from "../dosing/dose.ts";
import { twoCompartments } from "./hand-written-model.contract.ts";
import { createSolver, type Method } from "./solver.ts";

const times = [0, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 8, 12, 24, 36, 48];

/** Amount in one compartment at time t after an infusion of `amount` over `duration` (0: bolus), elimination rate k. */
function oneCompartment(t: number, k: number, { amount, duration }: { amount: number; duration: number }): number {
  if (duration === 0) return amount * Math.exp(-k * t);
  const infused = Math.min(t, duration);
  return (amount / duration / k) * -Math.expm1(-k * infused) * Math.exp(-k * (t - infused));
}

/** Central amount as a sum of weighted one-compartment courses: the two-compartment model in its hybrid rates. */
function twoCompartment(
  t: number,
  rates: { k: number; k12: number; k21: number },
  dose: { amount: number; duration: number },
): number {
  const { k, k12, k21 } = rates;
  const sum = k + k12 + k21;
  const root = Math.sqrt(sum * sum - 4 * k * k21);
  const [alpha, beta] = [(sum + root) / 2, (sum - root) / 2];
  const weight = (alpha - k21) / (alpha - beta);
  return weight * oneCompartment(t, alpha, dose) + (1 - weight) * oneCompartment(t, beta, dose);
}

interface Case {
  readonly name: string;
  readonly inputs: readonly [number, number, number, number];
  readonly dose: Omit<Dose, "time">;
  readonly expected: (t: number) => number;
}

const cases: readonly Case[] = [
  {
    name: "one compartment, bolus",
    inputs: [1, 0.3, 0, 0],
    dose: { compartment: "central", amount: 100, duration: 0 },
    expected: (t) => oneCompartment(t, 0.3, { amount: 100, duration: 0 }),
  },
  {
    name: "one compartment, infusion",
    inputs: [1, 0.3, 0, 0],
    dose: { compartment: "central", amount: 100, duration: 2 / 3 },
    expected: (t) => oneCompartment(t, 0.3, { amount: 100, duration: 2 / 3 }),
  },
  {
    name: "one compartment, oral (Bateman)",
    inputs: [1.1, 0.3, 0, 0],
    dose: { compartment: "depot", amount: 100, duration: 0 },
    expected: (t) => ((100 * 1.1) / (1.1 - 0.3)) * (Math.exp(-0.3 * t) - Math.exp(-1.1 * t)),
  },
  {
    name: "one compartment, oral with equal rates",
    inputs: [0.4, 0.4, 0, 0],
    dose: { compartment: "depot", amount: 100, duration: 0 },
    expected: (t) => 100 * 0.4 * t * Math.exp(-0.4 * t),
  },
  {
    name: "two compartments, bolus",
    inputs: [1, 0.5, 0.8, 0.2],
    dose: { compartment: "central", amount: 35, duration: 0 },
    expected: (t) => twoCompartment(t, { k: 0.5, k12: 0.8, k21: 0.2 }, { amount: 35, duration: 0 }),
  },
  {
    name: "two compartments, infusion",
    inputs: [1, 0.5, 0.8, 0.2],
    dose: { compartment: "central", amount: 35, duration: 2 / 3 },
    expected: (t) => twoCompartment(t, { k: 0.5, k12: 0.8, k21: 0.2 }, { amount: 35, duration: 2 / 3 }),
  },
];

describe.each(["rodas5p", "tsit5"] as const satisfies readonly Method[])("%s against closed forms", (method) => {
  const solver = createSolver(twoCompartments, { method });

  // A relative tolerance of 1e-10 per step, some hundred steps: 1e-8 of the peak is the sum at its worst.
  it.each(cases)("$name: within 1e-8 of the peak at every time", ({ inputs, dose, expected }) => {
    const solution = solver.solve({
      inputs: Float64Array.from(inputs),
      doses: [{ ...dose, time: 0 }],
      outputTimes: times,
      tolerance: { relative: 1e-10, absolute: 1e-13 },
    });
    expect(solution.status).toBe("ok");
    const peak = Math.max(...times.map(expected));
    for (const [row, t] of times.entries()) {
      expect(Math.abs(solution.outputs[row * 3 + 1]! - expected(t)), `at ${t} h`).toBeLessThan(1e-8 * peak);
    }
  });

  it("is as accurate as its default tolerance says", () => {
    for (const { inputs, dose, expected } of cases) {
      const solution = solver.solve({
        inputs: Float64Array.from(inputs),
        doses: [{ ...dose, time: 0 }],
        outputTimes: times,
      });
      const peak = Math.max(...times.map(expected));
      for (const [row, t] of times.entries()) {
        expect(Math.abs(solution.outputs[row * 3 + 1]! - expected(t))).toBeLessThan(1e-6 * peak);
      }
    }
  });
});
