import { expect, test } from "vitest";
import { betaDistribution } from "./beta.ts";
import { agreesWithExactValues } from "./exact-values.contract.ts";

agreesWithExactValues("beta", betaDistribution);

test("with a = b = 1/2 it is the arcsine distribution", () => {
  // Closed form: P(X <= x) = 2 asin(sqrt x) / pi.
  for (const x of [1e-8, 0.1, 0.5, 0.93])
    expect(betaDistribution({ a: 0.5, b: 0.5 }).cdf(x)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 14);
});

test("it lives on [0, 1]", () => {
  const beta = betaDistribution({ a: 2, b: 3 });
  expect([beta.cdf(-1), beta.cdf(2), beta.density(-1), beta.density(2), beta.quantile(1)]).toEqual([0, 1, 0, 0, 1]);
});

test("at its ends the density is infinite, finite or 0 as the shape is below, at or above 1", () => {
  const beta = betaDistribution({ a: 0.5, b: 1 });
  expect(beta.density(0)).toBe(Number.POSITIVE_INFINITY);
  expect(beta.density(1)).toBe(0.5);
  expect(betaDistribution({ a: 2, b: 2 }).density(0)).toBe(0);
});
