import { makeKey, standardNormal } from "@kinetamine/numerics";
import { expect, test } from "vitest";
import { meanChange, standardisedChangeByBaselineSd } from "./change-score.ts";
import { crossoverMeanDifference, crossoverStandardisedMeanDifference } from "./crossover.ts";
import { hedgesCorrection } from "./hedges-correction.ts";
import { meanDifference } from "./mean-difference.ts";
import { standardisedMeanDifference } from "./standardised-mean-difference.ts";

// The values of whole data sets are compared with metafor in test/oracle.test.ts; here stand closed forms, laws and refusals.

test("Hedges' correction has its closed form at two and three degrees of freedom", () => {
  // Gamma(1) / (1 Gamma(1/2)) = 1 / sqrt(pi) and Gamma(3/2) / (sqrt(3/2) Gamma(1)) = sqrt(pi / 6).
  expect(hedgesCorrection(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 14);
  expect(hedgesCorrection(3)).toBeCloseTo(Math.sqrt(Math.PI / 6), 14);
});

test("Hedges' correction follows its expansion 1 - 3 / 4m - 7 / 32m^2 and keeps its digits in large samples", () => {
  // The next term is below 1 / m^3.
  expect(hedgesCorrection(1e4)).toBeCloseTo(1 - 0.75e-4 - (7 / 32) * 1e-8, 11);
  expect(1 - hedgesCorrection(1e10)).toBeCloseTo(0.75e-10, 15);
});

test("a mean difference subtracts control from experimental", () => {
  const groups = { experimental: { n: 25, mean: 10, sd: 5 }, control: { n: 16, mean: 13, sd: 4 } };
  expect(meanDifference(groups)).toEqual({ effect: -3, variance: 2 });
  expect(meanDifference(groups, { assumesEqualVariances: true }).variance).toBeCloseTo(
    ((24 * 25 + 15 * 16) / 39) * (1 / 25 + 1 / 16),
    14,
  );
});

test("a standardised difference does not depend on the unit of the scale", () => {
  const groups = { experimental: { n: 12, mean: 20, sd: 6 }, control: { n: 14, mean: 26, sd: 8 } };
  const scaled = {
    experimental: { n: 12, mean: 20 * 2.54, sd: 6 * 2.54 },
    control: { n: 14, mean: 26 * 2.54, sd: 8 * 2.54 },
  };
  const [one, other] = [standardisedMeanDifference(groups), standardisedMeanDifference(scaled)];
  expect(other.effect).toBeCloseTo(one.effect, 14);
  expect(other.variance).toBeCloseTo(one.variance, 14);
});

const pair = { n: 20, correlation: 0.4 };
const crossover = { ...pair, experimental: { mean: 42, sd: 18 }, control: { mean: 55, sd: 22 } };

test("a crossover difference is the mean change of the same people", () => {
  const { experimental: after, control: before } = crossover;
  expect(crossoverMeanDifference(crossover)).toEqual(meanChange({ ...pair, after, before }));
});

test("the uncorrected crossover difference has the form of the Cochrane Handbook, section 23.2.7.2", () => {
  const sd = Math.sqrt((18 ** 2 + 22 ** 2) / 2);
  const smd = -13 / sd;
  const found = crossoverStandardisedMeanDifference(crossover, { isCorrected: false });
  expect(found.effect).toBeCloseTo(smd, 14);
  expect(Math.sqrt(found.variance)).toBeCloseTo(Math.sqrt(1 / 20 + smd ** 2 / 40) * Math.sqrt(2 * 0.6), 14);
});

test("the corrected crossover difference is unbiased and its variance is right", () => {
  // 20 000 trials of 12 people; true difference 0.8 of one standard deviation, correlation 0.6.
  const [n, r, truth, trials] = [12, 0.6, 0.8, 20_000];
  const key = makeKey(20260101);
  let sum = 0;
  let squares = 0;
  let claimed = 0;
  for (let trial = 0; trial < trials; trial++) {
    const found = crossoverStandardisedMeanDifference(simulateCrossover(key, trial, { n, r, truth }));
    sum += found.effect;
    squares += found.effect ** 2;
    claimed += found.variance;
  }
  const mean = sum / trials;
  const variance = squares / trials - mean ** 2;
  // Five Monte-Carlo standard errors of the mean (0.0021), so a false alarm in 2 million runs.
  expect(Math.abs(mean - truth)).toBeLessThan(5 * Math.sqrt(variance / trials));
  // The variance is a large-sample formula: within a tenth at 12 people.
  expect(claimed / trials / variance).toBeGreaterThan(0.9);
  expect(claimed / trials / variance).toBeLessThan(1.1);
});

function simulateCrossover(
  key: ReturnType<typeof makeKey>,
  trial: number,
  given: { n: number; r: number; truth: number },
) {
  const { n, r, truth } = given;
  const control: number[] = [];
  const experimental: number[] = [];
  for (let person = 0; person < n; person++) {
    const first = standardNormal(key, { subject: trial, purpose: person, index: 0 });
    const second = standardNormal(key, { subject: trial, purpose: person, index: 1 });
    control.push(first);
    experimental.push(truth + r * first + Math.sqrt(1 - r * r) * second);
  }
  const summary = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)) };
  };
  return { experimental: summary(experimental), control: summary(control), n, correlation: r };
}

test("effect sizes refuse what cannot be, and name every fault", () => {
  const faulty = { experimental: { n: 1, mean: 3, sd: 2 }, control: { n: 10, mean: 3, sd: -2 } };
  expect(() => meanDifference(faulty)).toThrow(/experimental.n is 1.*control.sd is -2.*evidence-synthesis-invalid/);
  expect(() => crossoverMeanDifference({ ...crossover, correlation: 1 })).toThrow(
    "correlation is 1, must be between -1 and 1",
  );
  expect(() =>
    standardisedChangeByBaselineSd({ ...pair, after: { mean: 1, sd: 1 }, before: { mean: Number.NaN, sd: 1 } }),
  ).toThrow("before.mean is NaN");
  expect(() => hedgesCorrection(1)).toThrow("degreesOfFreedom is 1, must be above 1");
});
