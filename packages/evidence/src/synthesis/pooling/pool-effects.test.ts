import fc from "fast-check";
import { expect, test } from "vitest";
import { inferences, type PoolingOptions } from "./options.ts";
import { poolEffects } from "./pool-effects.ts";
import { someEffects } from "./some-effects.contract.ts";
import { tauSquaredEstimators } from "./tau-squared/estimate-tau-squared.ts";

// Values are compared with metafor in test/oracle.test.ts; here stand the laws any pooling must obey.

const anyOptions: fc.Arbitrary<PoolingOptions> = fc.oneof(
  fc.constant<PoolingOptions>({ model: "common" }),
  fc.record({
    estimator: fc.constantFrom(...tauSquaredEstimators),
    inference: fc.constantFrom(...inferences.filter((inference) => inference !== "hartung-knapp")),
  }),
);

test("two studies of equal precision pool to their mean", () => {
  const { pooled } = poolEffects(
    [
      { label: "A", effect: 0, variance: 1 },
      { label: "B", effect: 2, variance: 1 },
    ],
    { model: "common" },
  );
  expect(pooled.estimate).toBeCloseTo(1, 15);
  expect(pooled.standardError).toBeCloseTo(Math.SQRT1_2, 15);
});

test("the pooled effect lies within the range of the effects", () => {
  fc.assert(
    fc.property(someEffects(), anyOptions, (effects, options) => {
      const values = effects.map(({ effect }) => effect);
      const { estimate } = poolEffects(effects, options).pooled;
      expect(estimate).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
      expect(estimate).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
    }),
  );
});

test("the order of the studies changes nothing", () => {
  fc.assert(
    fc.property(someEffects(), anyOptions, (effects, options) => {
      const [one, other] = [poolEffects(effects, options), poolEffects([...effects].reverse(), options)];
      expect(other.pooled.estimate).toBeCloseTo(one.pooled.estimate, 9);
      expect(other.pooled.standardError).toBeCloseTo(one.pooled.standardError, 9);
      expect(other.tauSquared?.estimate ?? 0).toBeCloseTo(one.tauSquared?.estimate ?? 0, 9);
    }),
  );
});

test("adding a constant to every effect shifts the result and leaves its spread", () => {
  fc.assert(
    fc.property(someEffects(), anyOptions, fc.integer({ min: -20, max: 20 }), (effects, options, shift) => {
      const moved = effects.map((study) => ({ ...study, effect: study.effect + shift }));
      const [one, other] = [poolEffects(effects, options), poolEffects(moved, options)];
      expect(other.pooled.estimate - shift).toBeCloseTo(one.pooled.estimate, 8);
      expect(other.pooled.standardError).toBeCloseTo(one.pooled.standardError, 8);
      expect(other.heterogeneity.q).toBeCloseTo(one.heterogeneity.q, 6);
    }),
  );
});

test("changing the unit changes the result likewise and nothing without a unit", () => {
  fc.assert(
    fc.property(someEffects(), anyOptions, (effects, options) => {
      const factor = -1000;
      const scaled = effects.map(({ label, effect, variance }) => ({
        label,
        effect: factor * effect,
        variance: factor ** 2 * variance,
      }));
      const [one, other] = [poolEffects(effects, options), poolEffects(scaled, options)];
      expect(other.pooled.estimate / factor).toBeCloseTo(one.pooled.estimate, 8);
      expect(other.pooled.standardError / 1000).toBeCloseTo(one.pooled.standardError, 8);
      expect((other.tauSquared?.estimate ?? 0) / factor ** 2).toBeCloseTo(one.tauSquared?.estimate ?? 0, 8);
      expect(other.pooled.pValue).toBeCloseTo(one.pooled.pValue, 6);
      expect(other.heterogeneity.iSquared).toBeCloseTo(one.heterogeneity.iSquared, 6);
    }),
  );
});

test("the between-study variance is never negative, and random effects are never narrower than a common effect", () => {
  fc.assert(
    fc.property(someEffects(), fc.constantFrom(...tauSquaredEstimators), (effects, estimator) => {
      const random = poolEffects(effects, { estimator, inference: "wald" });
      const common = poolEffects(effects, { model: "common" });
      expect(random.tauSquared!.estimate).toBeGreaterThanOrEqual(0);
      expect(random.pooled.standardError).toBeGreaterThanOrEqual(common.pooled.standardError * (1 - 1e-12));
    }),
  );
});

test("the ad hoc rule never gives a narrower interval than Wald or plain Hartung-Knapp", () => {
  fc.assert(
    fc.property(someEffects({ least: 3 }), (effects) => {
      fc.pre(new Set(effects.map(({ effect }) => effect)).size > 1);
      const width = (inference: PoolingOptions["inference"] & string) => {
        const { low, high } = poolEffects(effects, { inference }).pooled.interval;
        return high - low;
      };
      expect(width("hartung-knapp-ad-hoc")).toBeGreaterThanOrEqual(width("wald"));
      expect(width("hartung-knapp-ad-hoc")).toBeGreaterThanOrEqual(width("hartung-knapp") * (1 - 1e-12));
    }),
  );
});

test("a study without weight changes nothing", () => {
  const effects = [0.4, -0.2, 0.9, 0.1].map((effect, i) => ({ label: `${i}`, effect, variance: 0.04 * (i + 1) }));
  const vague = { label: "vague", effect: 40, variance: 1e12 };
  const [one, other] = [
    poolEffects(effects, { model: "common" }),
    poolEffects([...effects, vague], { model: "common" }),
  ];
  expect(other.pooled.estimate).toBeCloseTo(one.pooled.estimate, 9);
});

test("the defaults are random effects, REML and the ad hoc Hartung-Knapp interval", () => {
  const effects = [0.1, 0.9, 0.3].map((effect, i) => ({ label: `${i}`, effect, variance: 0.1 }));
  expect(poolEffects(effects).options).toEqual({
    model: "random",
    estimator: "REML",
    tauSquared: undefined,
    inference: "hartung-knapp-ad-hoc",
    level: 0.95,
  });
});

const two = [
  { label: "A", effect: 1, variance: 1 },
  { label: "B", effect: 1, variance: 2 },
];

test("what cannot be pooled is refused with the reason", () => {
  expect(() => poolEffects([])).toThrow("effects is 0 of them, must be at least 1");
  expect(() => poolEffects([{ label: "A", effect: Number.NaN, variance: 0 }])).toThrow(
    /effects\[0\].effect is NaN.*effects\[0\].variance is 0, must be a finite number above 0/,
  );
  expect(() => poolEffects(two, { inference: "hartung-knapp" })).toThrow("without any spread");
  expect(() => poolEffects(two.slice(1), { inference: "t" })).toThrow("more than there are coefficients");
  expect(() => poolEffects(two, { model: "common", inference: "hartung-knapp" })).toThrow(
    "wald or t under a common effect",
  );
  expect(() => poolEffects(two, { model: "common", tauSquared: 0.1 })).toThrow("absent under a common effect");
  expect(() => poolEffects(two, { level: 95 })).toThrow("level is 95, must be between 0 and 1");
  expect(() => poolEffects(two, { estimator: "XX" as "DL" })).toThrow("estimator is XX, must be one of DL, PM");
});
