import fc from "fast-check";
import { expect, test } from "vitest";
import { poolEffects } from "./pool-effects.ts";
import { predictionInterval } from "./prediction-interval.ts";
import { qProfile } from "./q-profile.ts";
import { someEffects } from "./some-effects.contract.ts";

const spread = [1.2, -0.3, 0.8, 2.1, 0.1, 0.6].map((effect, i) => ({ label: `${i}`, effect, variance: 0.1 }));

test("Q is the weighted sum of squares around the common effect", () => {
  const mean = spread.reduce((sum, { effect }) => sum + effect, 0) / 6;
  const q = spread.reduce((sum, { effect }) => sum + (effect - mean) ** 2 / 0.1, 0);
  const { heterogeneity } = poolEffects(spread, { model: "common" });
  expect(heterogeneity.q).toBeCloseTo(q, 11);
  expect(heterogeneity.iSquared).toBeCloseTo((100 * (q - 5)) / q, 11);
  expect(heterogeneity.hSquared).toBeCloseTo(q / 5, 12);
});

test("with equal variances DerSimonian-Laird, Hedges-Olkin, Paule-Mandel and REML agree: variance of the effects less 0.1", () => {
  const mean = spread.reduce((sum, { effect }) => sum + effect, 0) / 6;
  const expected = spread.reduce((sum, { effect }) => sum + (effect - mean) ** 2, 0) / 5 - 0.1;
  for (const estimator of ["DL", "HE", "PM", "REML", "EB"] as const)
    expect(poolEffects(spread, { estimator }).tauSquared!.estimate, estimator).toBeCloseTo(expected, 12);
});

test("the Q-profile interval holds the Paule-Mandel estimate, and widens with the level", () => {
  fc.assert(
    fc.property(someEffects({ least: 3 }), (effects) => {
      const fit = poolEffects(effects, { estimator: "PM" });
      const { tauSquared, isEmpty } = qProfile(fit);
      const wider = qProfile(poolEffects(effects, { estimator: "PM", level: 0.99 })).tauSquared;
      fc.pre(!isEmpty);
      expect(tauSquared.low).toBeLessThanOrEqual(fit.tauSquared!.estimate * (1 + 1e-9));
      expect(tauSquared.high).toBeGreaterThanOrEqual(fit.tauSquared!.estimate * (1 - 1e-9));
      expect(wider.low).toBeLessThanOrEqual(tauSquared.low);
      expect(wider.high).toBeGreaterThanOrEqual(tauSquared.high);
    }),
  );
});

test("effects closer together than chance give an empty interval", () => {
  const close = [0.3, 0.3001, 0.2999, 0.3, 0.30005].map((effect, i) => ({ label: `${i}`, effect, variance: 0.5 }));
  expect(qProfile(poolEffects(close))).toMatchObject({ tauSquared: { low: 0, high: 0 }, isEmpty: true });
});

test("a prediction interval holds the confidence interval and is symmetric around the mean", () => {
  const fit = poolEffects(spread, { inference: "wald" });
  const { low, high } = predictionInterval({ fit, point: fit.pooled });
  expect((low + high) / 2).toBeCloseTo(fit.pooled.estimate, 13);
  expect(low).toBeLessThan(fit.pooled.interval.low);
});

test("a prediction needs random effects and three studies", () => {
  const common = poolEffects(spread, { model: "common" });
  const few = poolEffects(spread.slice(0, 2));
  expect(() => predictionInterval({ fit: common, point: common.pooled })).toThrow("nothing to predict");
  expect(() => predictionInterval({ fit: few, point: few.pooled })).toThrow("at least two more than coefficients");
  expect(() => qProfile(common)).toThrow("random effects, more effects than coefficients");
});
