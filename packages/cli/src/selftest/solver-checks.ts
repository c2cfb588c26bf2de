import type { Check } from "@kinetamine/design";
import { checkModel, compileModel, parseModel, solve } from "@kinetamine/engine";
import { numberCheck } from "./number-check.ts";

const text = "d/dt(central) = -k*central  # [mg] amount in plasma";

/** 100 mg over 40 min into one compartment, elimination rate 0.3/h. */
const infusion = { time: 0, compartment: "central", amount: 100, duration: 2 / 3 } as const;
const k = 0.3;

/** (amount/duration/k) (1 - exp(-k duration)), and the same times exp(-k (t - duration)) at t = 24 h, to 16 digits [mg]. */
const closedForm = [
  { time_h: 2 / 3, amount_mg: 90.63462346100907 },
  { time_h: 24, amount_mg: 0.0826480785889184 },
] as const;

/** The solver accepts a local error of 1e-8 per step; over some hundred steps less than 1e-6 of the amount is left. */
const tolerance = { relative: 1e-8, absolute: 1e-12 } as const;
const allowed = 1e-6;

/** From model text to numbers: parse, check units, compile, solve; against the closed form of one compartment. */
export function solverChecks(): readonly Check[] {
  const parsed = parseModel([{ name: "selftest", text }]);
  const checked = checkModel(parsed, [{ name: "k", unit: "1/h", kind: "parameter" }]);
  const model = compileModel(checked, { outputs: ["central"] });
  const outputTimes = closedForm.map(({ time_h }) => time_h);
  const { outputs } = solve(model, { inputs: Float64Array.of(k), doses: [infusion], outputTimes, tolerance });
  return closedForm.map(({ time_h, amount_mg }, index) =>
    numberCheck(`one-compartment-${index + 1}`, {
      label: `One compartment, infusion, after ${Number(time_h.toPrecision(3))} h`,
      found: outputs[index] ?? Number.NaN,
      expected: amount_mg,
      tolerance: allowed,
      unit: "mg",
    }),
  );
}
