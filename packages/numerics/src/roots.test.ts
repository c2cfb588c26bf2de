import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brent } from "./roots.ts";

describe("brent", () => {
  it("finds the root of Wallis's cubic x^3 - 2x - 5", () => {
    expect(brent((x) => x ** 3 - 2 * x - 5, { low: 2, high: 3 })).toBeCloseTo(2.0945514815423265, 12);
  });

  it("needs few evaluations of smooth functions: superlinear convergence, where bisection takes 40 and more", () => {
    const functions = [
      (x: number) => Math.cos(x) - x,
      (x: number) => x ** 3 - 0.5,
      (x: number) => Math.exp(x) - 2,
      (x: number) => x ** 9 - 1e-3,
    ];
    const counts = functions.map((f) => {
      let evaluations = 0;
      brent(
        (x) => {
          evaluations += 1;
          return f(x);
        },
        { low: 0, high: 1 },
      );
      return evaluations;
    });
    // SciPy 1.17 brentq with xtol 1e-12 takes exactly these counts; the last function is flat at one end and steep at the other.
    expect(counts).toEqual([8, 10, 8, 14]);
  });

  it("finds the planted root of a steep, flat or kinked function", () => {
    const planted = fc.double({ min: -10, max: 10, noNaN: true });
    const shape = fc.constantFrom<(d: number) => number>(
      Math.cbrt,
      (d) => d ** 3,
      (d) => Math.expm1(3 * d),
      (d) => (d < 0 ? d : 100 * d),
    );
    fc.assert(
      fc.property(planted, shape, (root, f) => {
        expect(Math.abs(brent((x) => f(x - root), { low: -11, high: 12, tolerance: 1e-9 }) - root)).toBeLessThan(1e-8);
      }),
    );
  });

  it("accepts a root that lies on an end of the bracket, and reversed ends", () => {
    expect(brent((x) => x, { low: 0, high: 1 })).toBe(0);
    expect(brent((x) => x - 0.25, { low: 1, high: 0 })).toBeCloseTo(0.25, 12);
  });

  it("refuses a bracket without a sign change, and says what it found", () => {
    expect(() => brent((x) => x * x + 1, { low: 0, high: 2 })).toThrow(/1 and 5.*E-NO-BRACKET/);
    expect(() => brent(() => Number.NaN, { low: 0, high: 2 })).toThrow("E-NO-BRACKET");
  });

  it("says so when the iterations run out", () => {
    expect(() => brent((x) => x ** 3 - 2 * x - 5, { low: 2, high: 3, maxIterations: 2 })).toThrow("E-NO-CONVERGENCE");
  });
});
