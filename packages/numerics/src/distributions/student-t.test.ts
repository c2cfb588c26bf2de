import fc from "fast-check";
import { expect, test } from "vitest";
import { agreesWithExactValues } from "./exact-values.contract.ts";
import { studentT } from "./student-t.ts";

agreesWithExactValues("studentT", ({ degreesOfFreedom }: { degreesOfFreedom: number }) => studentT(degreesOfFreedom));

test("with one degree of freedom it is the Cauchy distribution", () => {
  // Closed form: P(T > t) = 1/2 - atan(t) / pi; a few units in the last place.
  for (const t of [0.001, 0.5, 1, 7]) expect(studentT(1).upperTail(t)).toBeCloseTo(0.5 - Math.atan(t) / Math.PI, 14);
  expect(studentT(1).upperTail(1e300) * 1e300).toBeCloseTo(1 / Math.PI, 12);
});

test("both tails mirror each other and the quantile undoes the cdf", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 500, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (df, t) => {
        const distribution = studentT(df);
        expect(distribution.cdf(-t)).toBe(distribution.upperTail(t));
        expect(distribution.cdf(t) + distribution.upperTail(t)).toBeCloseTo(1, 14);
        const p = distribution.upperTail(Math.abs(t));
        // Below p = 0.25 the quantile is well conditioned in p.
        if (p < 0.25) expect(distribution.upperQuantile(p) / Math.abs(t)).toBeCloseTo(1, 11);
      },
    ),
  );
});

test("it refuses degrees of freedom and probabilities outside their range", () => {
  expect(() => studentT(0)).toThrow("E-PARAMETER");
  expect(() => studentT(Number.POSITIVE_INFINITY)).toThrow("E-PARAMETER");
  expect(() => studentT(3).quantile(1.2)).toThrow("E-PROBABILITY");
  expect(() => studentT(3).cdf(Number.NaN)).toThrow("E-NOT-A-NUMBER");
  expect(studentT(3).quantile(0.5)).toBe(0);
  expect(studentT(3).quantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(studentT(3).quantile(1)).toBe(Number.POSITIVE_INFINITY);
});
