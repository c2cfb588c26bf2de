import { expect, test } from "vitest";
import { crossoverMeanDifference } from "../effect-sizes/crossover.ts";
import { interceptOnly } from "../meta-regression/regression-design.ts";
import { fitMixedEffects } from "../pooling/fit-mixed-effects.ts";
import { poolEffects } from "../pooling/pool-effects.ts";
import { acrossCorrelations } from "./across-correlations.ts";
import { cumulativePooling } from "./cumulative.ts";
import { influence } from "./influence.ts";
import { leaveOneOut } from "./leave-one-out.ts";

const effects = [0.2, 0.3, 0.1, 0.25, 3].map((effect, i) => ({ label: `study ${i + 1}`, effect, variance: 0.05 }));

test("leaving a study out is pooling the others", () => {
  const omissions = leaveOneOut(effects);
  expect(omissions.map(({ omitted }) => omitted)).toEqual(effects.map(({ label }) => label));
  expect(omissions[4]!.pooled.pooled).toEqual(poolEffects(effects.slice(0, 4)).pooled);
});

test("accumulating ends with all studies and begins with the first alone", () => {
  const steps = cumulativePooling(effects);
  expect(steps.at(-1)!.pooled.pooled).toEqual(poolEffects(effects).pooled);
  expect(steps[0]!.pooled.pooled.estimate).toBe(0.2);
  expect(steps[0]!.added).toBe("study 1");
  expect(cumulativePooling(effects.slice(0, 1))).toHaveLength(1);
});

test("a study far from the others is flagged, the others are not", () => {
  const found = influence(fitMixedEffects({ effects, design: interceptOnly(5) }));
  expect(found.map(({ isInfluential }) => isInfluential)).toEqual([false, false, false, false, true]);
  expect(found[4]!.tauSquaredWithout).toBe(0);
  expect(found.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 11);
});

test("a crossover weighs more the higher the imputed correlation", () => {
  const crossover = (correlation: number) => ({
    label: "crossover",
    ...crossoverMeanDifference({
      experimental: { mean: 40, sd: 20 },
      control: { mean: 55, sd: 20 },
      n: 18,
      correlation,
    }),
  });
  const parallel = { label: "parallel", effect: -5, variance: 40 };
  const results = acrossCorrelations([crossover, parallel], { model: "common" });
  expect(results.map(({ correlation }) => correlation)).toEqual([0.3, 0.5, 0.7]);
  const estimates = results.map(({ pooled }) => pooled.pooled.estimate);
  // -15 with variance 800 (1 - r) / 18 against -5 with variance 40.
  estimates.forEach((estimate, i) => {
    const weight = 18 / (800 * (1 - [0.3, 0.5, 0.7][i]!));
    expect(estimate).toBeCloseTo((-15 * weight - 5 / 40) / (weight + 1 / 40), 11);
  });
});

test("too few studies are refused", () => {
  expect(() => leaveOneOut(effects.slice(0, 2))).toThrow("effects is 2 of them, must be at least 3");
  expect(() => influence(fitMixedEffects({ effects: effects.slice(0, 2), design: interceptOnly(2) }))).toThrow(
    "at least 3",
  );
  expect(() => acrossCorrelations(effects, { correlations: [] })).toThrow("correlations is none");
});
