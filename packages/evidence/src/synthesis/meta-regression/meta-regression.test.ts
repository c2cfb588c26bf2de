import fc from "fast-check";
import { expect, test } from "vitest";
import { poolEffects } from "../pooling/pool-effects.ts";
import { someEffects } from "../pooling/some-effects.contract.ts";
import { metaRegression, predictMean } from "./meta-regression.ts";
import { subgroupAnalysis } from "./subgroups.ts";

const effects = [0.1, 0.3, 0.2, 0.9, 1.1, 0.8].map((effect, i) => ({
  label: `${i}`,
  effect,
  variance: 0.02 + 0.01 * i,
}));
const dose = { name: "dose", values: [1, 2, 3, 4, 5, 6] };

test("effects on a line are fitted exactly and leave nothing to explain", () => {
  const line = effects.map((study, i) => ({ ...study, effect: 2 - 0.5 * dose.values[i]! }));
  const fit = metaRegression({ effects: line, moderators: [dose] });
  expect(fit.coefficients.map(({ estimate }) => estimate)).toEqual([expect.closeTo(2, 12), expect.closeTo(-0.5, 12)]);
  expect(fit.tauSquared!.estimate).toBe(0);
  expect(fit.rSquared).toBeCloseTo(100, 9);
});

test("moving the origin of a moderator moves the intercept alone", () => {
  fc.assert(
    fc.property(someEffects({ least: 5 }), fc.integer({ min: -50, max: 50 }), (studies, shift) => {
      const values = studies.map((_, i) => i % 4);
      const [one, other] = [0, shift].map((by) =>
        metaRegression({ effects: studies, moderators: [{ name: "x", values: values.map((value) => value + by) }] }),
      );
      expect(other!.coefficients[1]!.estimate).toBeCloseTo(one!.coefficients[1]!.estimate, 8);
      expect(other!.omnibus.pValue).toBeCloseTo(one!.omnibus.pValue, 7);
      expect(other!.tauSquared!.estimate).toBeCloseTo(one!.tauSquared!.estimate, 8);
    }),
  );
});

test("the reference of a category changes coefficients, but neither the test nor the predictions", () => {
  const categories = ["a", "b", "c", "a", "b", "c"];
  const [first, second] = ["a", "c"].map((reference) =>
    metaRegression({ effects, moderators: [{ name: "group", categories, reference }] }),
  );
  expect(second!.omnibus.statistic).toBeCloseTo(first!.omnibus.statistic, 9);
  // Group b: the second column with reference a, the second with reference c as well.
  const b = [predictMean(first!, [1, 1, 0]), predictMean(second!, [1, 0, 1])];
  expect(b[1]!.estimate).toBeCloseTo(b[0]!.estimate, 11);
  expect(b[1]!.standardError).toBeCloseTo(b[0]!.standardError, 11);
});

test("each moderator gets its own test, all its categories together", () => {
  const categories = ["a", "b", "c", "a", "b", "c"];
  const { moderatorTests } = metaRegression({ effects, moderators: [{ name: "group", categories }, dose] });
  expect(moderatorTests.map(({ moderator, test: { degreesOfFreedom } }) => [moderator, degreesOfFreedom])).toEqual([
    ["group", 2],
    ["dose", 1],
  ]);
});

test("two subgroups differ by the square of their difference over its variance", () => {
  const groups = ["x", "x", "x", "y", "y", "y"];
  const { groups: found, differences } = subgroupAnalysis({ effects, groups }, { inference: "wald" });
  const [x, y] = found.map(({ pooled }) => pooled.pooled);
  const statistic = (x!.estimate - y!.estimate) ** 2 / (x!.standardError ** 2 + y!.standardError ** 2);
  expect(differences.statistic).toBeCloseTo(statistic, 10);
  expect(differences.degreesOfFreedom).toBe(1);
  expect(found[0]!.pooled.pooled.estimate).toBe(
    poolEffects(effects.slice(0, 3), { inference: "wald" }).pooled.estimate,
  );
});

test("a subgroup of one study is that study", () => {
  const { groups } = subgroupAnalysis({ effects: effects.slice(0, 3), groups: ["x", "x", "y"] });
  expect(groups[1]!.pooled.pooled.estimate).toBe(0.2);
});

test("moderators that cannot be used are refused with the reason", () => {
  const regress = (moderators: Parameters<typeof metaRegression>[0]["moderators"]) => () =>
    metaRegression({ effects, moderators });
  expect(regress([])).toThrow("moderators is none");
  expect(regress([{ name: "x", values: [1, 2] }])).toThrow(
    "moderators[0] is 2 values, must be one for each of 6 studies",
  );
  expect(regress([{ name: "x", values: [1, 2, 3, 4, 5, Number.NaN] }])).toThrow("moderators[0].values[5] is NaN");
  expect(regress([{ name: "x", categories: Array(6).fill("a") }])).toThrow("at least two categories");
  expect(regress([{ name: "x", categories: ["a", "b", "a", "b", "a", "b"], reference: "z" }])).toThrow("one of a, b");
  expect(regress([dose, dose])).toThrow("moderators[1].name is dose, must be a name used once");
  expect(regress([dose, { name: "twice the dose", values: [2, 4, 6, 8, 10, 12] }])).toThrow("column 3 of the design");
  expect(() => predictMean(metaRegression({ effects, moderators: [dose] }), [1])).toThrow("row is 1 values");
  expect(() => subgroupAnalysis({ effects, groups: Array(6).fill("x") })).toThrow("at least two different groups");
});
