import { expect, test } from "vitest";
import { agreesWithExactValues } from "./exact-values.contract.ts";
import { fDistribution } from "./f.ts";
import { studentT } from "./student-t.ts";

agreesWithExactValues("f", fDistribution);

test("with one numerator degree of freedom it is the square of Student's t", () => {
  for (const t of [0.01, 1, 2.5, 30])
    expect(
      fDistribution({ numerator: 1, denominator: 7 }).upperTail(t * t) / (2 * studentT(7).upperTail(t)),
    ).toBeCloseTo(1, 12);
});

test("the density at 0 is infinite, 1 or 0 as the numerator degrees of freedom are below, at or above 2", () => {
  const at0 = (numerator: number) => fDistribution({ numerator, denominator: 5 }).density(0);
  expect([at0(1), at0(2), at0(3)]).toEqual([Number.POSITIVE_INFINITY, 1, 0]);
});
