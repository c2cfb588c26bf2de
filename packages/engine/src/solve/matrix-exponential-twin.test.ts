import { matrixExponential } from "@kinetamine/numerics";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type HandWritten, handWrittenModel } from "./hand-written-model.contract.ts";
import { createSolver, type Method } from "./solver.ts";

const size = 4;

/** Compartments that exchange (rates[i][j] from j to i) and lose (diagonal) at rates over five decades: stiff, never unstable. */
const anyRates = fc.array(fc.option(fc.double({ min: -3, max: 2, noNaN: true }), { nil: null, freq: 2 }), {
  minLength: size * size,
  maxLength: size * size,
});

function linearModel(logRates: readonly (number | null)[]) {
  const flow = (i: number, j: number) => (logRates[i * size + j] === null ? 0 : 10 ** logRates[i * size + j]!);
  const indices = Array.from({ length: size }, (_, i) => i);
  const matrix = indices.map((i) =>
    indices.map((j) => (i === j ? -indices.reduce((sum, to) => sum + flow(to, i), 0) : flow(i, j))),
  );
  const source: HandWritten = {
    states: indices.map((i) => `x${i}`),
    derivative: (_t, y) => matrix.map((row) => row.reduce((sum, value, j) => sum + value * y[j]!, 0)),
    jacobian: () => matrix.map((row, i) => row.map((value, j) => (value === 0 && i !== j ? null : value))),
  };
  return { matrix, model: handWrittenModel(source) };
}

/** States at `t` after `before` with constant rates into the compartments: exp of the matrix bordered by the rates. */
function exactly(
  matrix: readonly (readonly number[])[],
  before: readonly number[],
  rates: readonly number[],
  t: number,
): number[] {
  const bordered = Float64Array.from(
    [...matrix.flatMap((row, i) => [...row, rates[i]!]), ...Array<number>(size + 1).fill(0)],
    (v) => v * t,
  );
  const e = matrixExponential(bordered, size + 1);
  const start = [...before, 1];
  return before.map((_, i) => start.reduce((sum, value, j) => sum + e[i * (size + 1) + j]! * value, 0));
}

it.each([
  "rodas5p",
  "tsit5",
] as const satisfies readonly Method[])("%s agrees with the matrix exponential on random linear models with a bolus and an infusion", (method) => {
  fc.assert(
    fc.property(anyRates, fc.double({ min: 0.5, max: 5, noNaN: true }), (rates, duration) => {
      const { matrix, model } = linearModel(rates);
      const doses = [
        { time: 0, compartment: "x0", amount: 50, duration: 0 },
        { time: 1, compartment: "x1", amount: 100, duration },
      ];
      const { status, outputs } = createSolver(model, { method }).solve({
        inputs: new Float64Array(0),
        doses,
        outputTimes: [1, 1 + duration, 12],
        tolerance: { relative: 1e-9, absolute: 1e-12 },
      });
      expect(status).toBe("ok");
      const none = [0, 0, 0, 0];
      const at1 = exactly(matrix, [50, 0, 0, 0], none, 1);
      const atEnd = exactly(matrix, at1, [0, 100 / duration, 0, 0], duration);
      const expected = [...at1, ...atEnd, ...exactly(matrix, atEnd, none, 12 - (1 + duration))];
      // A few hundred steps of 1e-9 each, relative to the 150 that were given.
      for (const [i, value] of expected.entries()) expect(Math.abs(outputs[i]! - value)).toBeLessThan(150 * 1e-7);
    }),
    { numRuns: 60 },
  );
});
