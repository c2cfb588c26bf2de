import { makeKey, uniform } from "@kinetamine/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CovariateDistribution, checkDistribution, covariateQuantile } from "./covariate-distribution.ts";

const count = 40_000;
const key = makeKey(11);
const sample = (distribution: CovariateDistribution) =>
  Array.from({ length: count }, (_, i) =>
    covariateQuantile(distribution, uniform(key, { subject: i, purpose: 1, index: 0 })),
  );

/**
 * Expects the sample mean within 5 standard errors of the exact one. The error is that of the exact variance. False-alarm rate
 * 6e-7 per comparison under the central limit theorem; the key is fixed, so a passing test stays passing.
 */
function expectMean(values: readonly number[], mean: number, variance: number): void {
  const found = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(variance / values.length));
}

/** Draws have the exact mean and variance; the variance of a squared deviation is `fourth` - variance^2. */
function expectMoments(
  values: readonly number[],
  { mean, variance, fourth }: { mean: number; variance: number; fourth: number },
): void {
  expectMean(values, mean, variance);
  const squares = values.map((value) => (value - mean) * (value - mean));
  expectMean(squares, variance, fourth - variance * variance);
}

describe("covariateQuantile", () => {
  it("draws a normal with its moments", () => {
    expectMoments(sample({ distribution: "normal", mean: 40, sd: 12 }), {
      mean: 40,
      variance: 144,
      fourth: 3 * 12 ** 4,
    });
  });

  it("draws a lognormal whose log is normal with variance ln(1 + cv^2)", () => {
    const variance = Math.log(1 + 0.3 ** 2);
    const logs = sample({ distribution: "lognormal", geomean: 70, cv: 0.3 }).map((value) => Math.log(value));
    expectMoments(logs, { mean: Math.log(70), variance, fourth: 3 * variance ** 2 });
  });

  it("draws 1 with probability p, and never with 0 or otherwise with 1", () => {
    expectMean(sample({ distribution: "bernoulli", p: 0.3 }), 0.3, 0.21);
    expect(Math.max(...sample({ distribution: "bernoulli", p: 0 }).slice(0, 5000))).toBe(0);
    expect(Math.min(...sample({ distribution: "bernoulli", p: 1 }).slice(0, 5000))).toBe(1);
  });

  it("draws a uniform with its moments", () => {
    // Fourth central moment (b - a)^4 / 80.
    expectMoments(sample({ distribution: "uniform", min: 18, max: 65 }), {
      mean: 41.5,
      variance: 47 ** 2 / 12,
      fourth: 47 ** 4 / 80,
    });
  });

  it("draws a half normal (restricted below at the mean) with mean sqrt(2/pi)", () => {
    const half = sample({ distribution: "truncnormal", mean: 0, sd: 1, min: 0 });
    expectMean(half, Math.sqrt(2 / Math.PI), 1 - 2 / Math.PI);
    expectMean(
      half.map((value) => value * value),
      1,
      2,
    );
  });

  it("gives the quantiles of the restricted distribution, solved with mpmath 1.3 at 40 digits", () => {
    const age = { distribution: "truncnormal", mean: 45, sd: 12, min: 18, max: 65 } as const;
    const weight = { distribution: "lognormal", geomean: 75, cv: 0.2, min: 50, max: 110 } as const;
    const farTail = { distribution: "truncnormal", mean: 0, sd: 1, min: 12, max: 13 } as const;
    const expected: readonly (readonly [CovariateDistribution, number, number])[] = [
      [age, 0.001, 18.344092710823293],
      [age, 0.25, 36.80086039431534],
      [age, 0.5, 44.464920102450066],
      [age, 0.9, 57.86780223832633],
      [age, 0.999, 64.88749087862503],
      [weight, 0.001, 50.189031560966846],
      [weight, 0.5, 74.88370057908196],
      [weight, 0.999, 109.66777027952945],
      [farTail, 0.001, 12.000082807130099],
      [farTail, 0.5, 12.057234273343928],
      [farTail, 0.999, 12.558615042017195],
    ];
    // Relative: a few roundings of the distribution function and its inverse, amplified by the density in the tail.
    for (const [distribution, u, value] of expected)
      expect(Math.abs(covariateQuantile(distribution, u) / value - 1)).toBeLessThan(1e-12);
  });

  it("stays within its bounds and grows with u", () => {
    const bound = fc.double({ min: -30, max: 30, noNaN: true });
    const u = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(bound, fc.double({ min: 0.01, max: 5, noNaN: true }), u, u, (min, width, a, b) => {
        const distribution = { distribution: "truncnormal", mean: 0, sd: 1, min, max: min + width } as const;
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((p) => covariateQuantile(distribution, p));
        expect(low).toBeGreaterThanOrEqual(min);
        expect(high).toBeLessThanOrEqual(min + width);
        expect(low! - high!).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  it("is constant when there is no spread", () => {
    for (const d of [
      { distribution: "constant", value: 3 },
      { distribution: "normal", mean: 3, sd: 0 },
      { distribution: "truncnormal", mean: 3, sd: 0, min: 0 },
      { distribution: "lognormal", geomean: 3, cv: 0 },
    ] as const) {
      expect(covariateQuantile(d, 0.9)).toBe(3);
    }
  });
});

describe("checkDistribution", () => {
  it.each<CovariateDistribution>([
    { distribution: "constant", value: Number.NaN },
    { distribution: "normal", mean: 0, sd: -1 },
    { distribution: "normal", mean: Number.POSITIVE_INFINITY, sd: 1 },
    { distribution: "truncnormal", mean: 0, sd: 1, min: 2, max: 1 },
    { distribution: "truncnormal", mean: 0, sd: 0, min: 1 },
    { distribution: "truncnormal", mean: 0, sd: 1, min: 50, max: 51 },
    { distribution: "lognormal", geomean: 0, cv: 0.1 },
    { distribution: "lognormal", geomean: 70, cv: Number.NaN },
    { distribution: "bernoulli", p: 1.1 },
    { distribution: "uniform", min: 2, max: 2 },
    { distribution: "uniform", min: 2, max: Number.NaN },
  ])("refuses %o", (distribution) => {
    expect(() => checkDistribution(distribution, "covariates.X")).toThrow(/covariates\.X.*E-POPULATION/);
  });

  it("accepts bounds on one side only", () => {
    checkDistribution({ distribution: "truncnormal", mean: 0, sd: 1, min: 3 }, "x");
    checkDistribution({ distribution: "lognormal", geomean: 70, cv: 0.2, max: 120 }, "x");
  });
});
