import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { luFactor, luSolve } from "./lu.ts";

describe("luSolve", () => {
  it("solves a system that needs a row exchange (worked by hand)", () => {
    // 0x + 2y = 4 and 3x + y = 5: y = 2, x = 1
    const x = luSolve(luFactor(Float64Array.of(0, 2, 3, 1), 2), Float64Array.of(4, 5));
    expect([...x]).toEqual([1, 2]);
  });

  it("solves for several right-hand sides at once, row-major", () => {
    const inverse = luSolve(luFactor(Float64Array.of(4, 7, 2, 6), 2), Float64Array.of(1, 0, 0, 1));
    for (const [i, expected] of [0.6, -0.7, -0.2, 0.4].entries()) expect(inverse[i]).toBeCloseTo(expected, 14);
  });

  it("recovers x from A x for random diagonally dominant matrices", () => {
    const element = fc.double({ min: -1, max: 1, noNaN: true });
    const vector = (length: number) => fc.array(element, { minLength: length, maxLength: length });
    fc.assert(
      fc.property(vector(36), vector(6), (elements, x) => {
        const a = Float64Array.from(elements, (value, i) => (i % 7 === 0 ? value + 8 : value));
        const b = Float64Array.from(x, (_, i) => x.reduce((sum, value, j) => sum + a[i * 6 + j]! * value, 0));
        // Condition number below 5 for this dominance, so 1e-13 is some hundred roundings.
        const found = luSolve(luFactor(a, 6), b);
        for (const [i, value] of x.entries()) expect(Math.abs(found[i]! - value)).toBeLessThan(1e-13);
      }),
    );
  });
});

describe("luFactor", () => {
  it("refuses a singular matrix, a matrix with NaN, and a wrong length", () => {
    expect(() => luFactor(Float64Array.of(1, 2, 2, 4), 2)).toThrow("E-SINGULAR");
    expect(() => luFactor(Float64Array.of(Number.NaN), 1)).toThrow("E-SINGULAR");
    expect(() => luFactor(Float64Array.of(1, 2, 3), 2)).toThrow("E-SHAPE");
    expect(() => luSolve(luFactor(Float64Array.of(1, 0, 0, 1), 2), Float64Array.of(1, 2, 3))).toThrow("E-SHAPE");
  });
});
