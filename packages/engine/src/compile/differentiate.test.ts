import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileModel } from "./compile-model.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { modelOf, pointValues, randomExpression } from "./random-model.contract.ts";
import { isFiniteThroughout } from "./reference.contract.ts";

/** Smooth building blocks, written so that no argument leaves the domain of its function. */
const smooth = [
  "($ / (1 + $ ^ 2))",
  "exp(-($ ^ 2))",
  "log(1 + $ ^ 2)",
  "log10(2 + $ ^ 2)",
  "sqrt(1 + $ ^ 2)",
  "(1 + $ ^ 2) ^ ($ / (1 + $ ^ 2))",
  "(2 + abs($)) ^ p",
];
/** Blocks with kinks; a difference quotient across a kink does not settle and is then not compared. */
const kinked = ["abs($)", "min($, $)", "max($, $, $)", "($ * ($ > $))"];

interface Point {
  readonly inputs: readonly number[];
  readonly states: readonly number[];
  readonly t: number;
}

function derivativesAt(model: CompiledModel, point: Point) {
  const kernel = model.createKernel();
  const individual = new Float64Array(kernel.individualCount);
  kernel.individual(Float64Array.from(point.inputs), individual);
  const right = (t: number, y: readonly number[]) => {
    const dydt = new Float64Array(2);
    kernel.derivative(t, Float64Array.from(y), individual, dydt);
    return [...dydt];
  };
  const values = new Float64Array(model.pattern.column.length);
  kernel.jacobian(point.t, Float64Array.from(point.states), individual, values);
  const byTime = new Float64Array(2);
  kernel.timeDerivative(point.t, Float64Array.from(point.states), individual, byTime);
  return { right, jacobian: dense(model, values), byTime: [...byTime] };
}

/** Row-major; entries outside the pattern are 0. */
function dense({ pattern }: CompiledModel, values: Float64Array): number[] {
  const { size, rowStart, column } = pattern;
  const full = new Array<number>(size * size).fill(0);
  for (let row = 0; row < size; row++) {
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) full[row * size + column[k]!] = values[k]!;
  }
  return full;
}

/**
 * Central difference with one Richardson step. Truncation is O(h⁴), rounding about 1e-16/h.
 *
 * `unrest` is large where the quotient cannot be trusted: where it still changes between h and h/2, or where a kink
 * makes one-sided quotients differ by more than the curvature explains (that part halves with h, a kink does not).
 */
function differenceQuotient(f: (step: number) => readonly number[], h = 1e-3) {
  const [down, halfDown, here, halfUp, up] = [-h, -h / 2, 0, h / 2, h].map(f) as [
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  return here.map((middle, i) => {
    const coarse = (up[i]! - down[i]!) / (2 * h);
    const fine = (halfUp[i]! - halfDown[i]!) / h;
    const bend = (up[i]! - 2 * middle + down[i]!) / h;
    const halfBend = (halfUp[i]! - 2 * middle + halfDown[i]!) / (h / 2);
    return { value: fine + (fine - coarse) / 3, unrest: Math.abs(fine - coarse) + Math.abs(2 * halfBend - bend) };
  });
}

describe("symbolic derivatives", () => {
  const expression = randomExpression([...smooth, ...kinked]);
  const size = fc.integer({ min: 100, max: 1500 }).map((n) => n / 1000); // no nearer to poles at 0 than the steps below
  const number = fc.tuple(size, fc.boolean()).map(([x, isNegative]) => (isNegative ? -x : x));

  it("agree with difference quotients of the right-hand side, by states and by time", () => {
    let compared = 0;
    const property = fc.property(
      fc.array(expression, { minLength: 3, maxLength: 3 }),
      fc.array(number, { minLength: 5, maxLength: 5 }),
      (texts, v) => {
        const checked = modelOf(texts[0]!, texts[1]!, texts[2]!);
        const model = compileModel(checked);
        const [p, q, x, y, t] = v as [number, number, number, number, number];
        if (!isFiniteThroughout(checked.statements, pointValues(p, q, x, y, t))) return;
        const { right, jacobian, byTime } = derivativesAt(model, { inputs: [p, q, 1], states: [x, y], t });
        const quotients = [
          differenceQuotient((s) => right(t, [x + s, y])),
          differenceQuotient((s) => right(t, [x, y + s])),
          differenceQuotient((s) => right(t + s, [x, y])),
        ];
        for (const row of [0, 1]) {
          const symbolic = [jacobian[2 * row]!, jacobian[2 * row + 1]!, byTime[row]!];
          quotients.forEach((quotient, column) => {
            const { value, unrest } = quotient[row]!;
            const scale = Math.max(1, Math.abs(value), Math.max(...right(t, [x, y]).map(Math.abs)));
            if (!(scale < 1e6 && unrest < 1e-5 * scale)) return;
            compared++;
            expect(Math.abs(symbolic[column]! - value)).toBeLessThan(1e-5 * scale);
          });
        }
      },
    );
    fc.assert(property, { numRuns: 500, seed: 1 });
    expect(compared).toBeGreaterThan(1500);
  });

  it.each([
    ["x ^ p", 3, 2, 12], // 3·2²
    ["x ^ p", 1.5, 0, 0], // finite at 0, where ln x is not
    ["p ^ x", 2, 3, 8 * Math.LN2],
    ["x ^ x", 1, 2, 4 * (Math.LN2 + 1)],
    ["x ^ -1", 1, 2, -0.25],
    ["x ^ -2", 1, 2, -0.25],
    ["x ^ 4", 1, 2, 32],
    ["x ^ 0.5", 1, 4, 0.25],
    ["x ^ 0", 1, 4, 0],
    ["log10(x)", 1, 2, 1 / (2 * Math.LN10)],
    ["abs(x)", 1, -2, -1],
    ["abs(x)", 1, 0, 1], // the right-hand derivative, as documented
    ["max(x, p)", 1, 2, 1],
    ["max(x, p)", 1, 0, 0],
    ["min(x, p)", 1, 0, 1],
    ["x / p", 4, 1, 0.25],
    ["p / x", 4, 2, -1],
    ["sqrt(x) * (x > p)", 1, 4, 0.25],
  ])("of %s at p = %d, x = %d is %d", (text, p, x, expected) => {
    const model = compileModel(modelOf(text, "0", "0")); // dx/dt = 0 + text
    const { jacobian } = derivativesAt(model, { inputs: [p, 1, 1], states: [x, 0], t: 0 });
    expect(jacobian[0]).toBeCloseTo(expected, 12);
  });
});
