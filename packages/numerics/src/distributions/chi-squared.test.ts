import { expect, test } from "vitest";
import { normalCdf } from "../normal.ts";
import { chiSquared } from "./chi-squared.ts";
import { agreesWithExactValues } from "./exact-values.contract.ts";

agreesWithExactValues("chiSquared", ({ degreesOfFreedom }: { degreesOfFreedom: number }) =>
  chiSquared(degreesOfFreedom),
);

test("with two degrees of freedom it is exponential, with one a squared normal", () => {
  for (const x of [1e-9, 0.3, 5, 600]) {
    expect(chiSquared(2).upperTail(x) / Math.exp(-x / 2)).toBeCloseTo(1, 13);
    expect(chiSquared(1).upperTail(x) / (2 * normalCdf(-Math.sqrt(x)))).toBeCloseTo(1, 12);
  }
});

test("nothing lies below 0 and everything below infinity", () => {
  expect(chiSquared(3).cdf(-1)).toBe(0);
  expect(chiSquared(3).density(-1)).toBe(0);
  expect(chiSquared(3).cdf(Number.POSITIVE_INFINITY)).toBe(1);
  expect(chiSquared(3).quantile(0)).toBe(0);
  expect(chiSquared(3).quantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(chiSquared(3).upperQuantile(0)).toBe(Number.POSITIVE_INFINITY);
  expect(chiSquared(3).upperQuantile(1)).toBe(0);
});
