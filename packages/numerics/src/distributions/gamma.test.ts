import { expect, test } from "vitest";
import { agreesWithExactValues } from "./exact-values.contract.ts";
import { gammaDistribution } from "./gamma.ts";

agreesWithExactValues("gamma", gammaDistribution);

test("the rate is 1 unless given, and only scales the axis", () => {
  const unit = gammaDistribution({ shape: 2.5 });
  const scaled = gammaDistribution({ shape: 2.5, rate: 4 });
  expect(scaled.cdf(0.75)).toBe(unit.cdf(3));
  expect(scaled.density(0.75)).toBeCloseTo(4 * unit.density(3), 14);
});

test("the density at 0 is infinite, the rate or 0 as the shape is below, at or above 1", () => {
  expect(gammaDistribution({ shape: 0.5 }).density(0)).toBe(Number.POSITIVE_INFINITY);
  expect(gammaDistribution({ shape: 1, rate: 3 }).density(0)).toBe(3);
  expect(gammaDistribution({ shape: 2 }).density(0)).toBe(0);
});

test("it refuses a shape or rate that is not above 0", () => {
  expect(() => gammaDistribution({ shape: -1 })).toThrow("E-PARAMETER");
  expect(() => gammaDistribution({ shape: 1, rate: 0 })).toThrow("E-PARAMETER");
});
