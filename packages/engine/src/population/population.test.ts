import { makeKey, standardNormal, uniform } from "@kinetamine/numerics";
import { describe, expect, it } from "vitest";
import { drawSubject, typicalSubject } from "./draw-subject.ts";
import { definePopulation, type PopulationDescription } from "./population.ts";
import { drawIndex } from "./random-purpose.ts";

const covariates = {
  WT: { distribution: "lognormal", geomean: 75, cv: 0.2 },
  SEXF: { distribution: "bernoulli", p: 0.5 },
} as const;
const variability = {
  etas: ["eta_CL", "eta_V", "eta_kv"],
  covariance: [
    [0.09, 0.03, 0],
    [0.03, 0.04, -0.01],
    [0, -0.01, 0.25],
  ],
};
const description: PopulationDescription = { covariates, variability };
const key = makeKey(7);
const people = (population = definePopulation(description), numbers = [0, 1, 2, 3, 4]) =>
  numbers.map((n) => drawSubject(key, n, population));

describe("drawSubject", () => {
  it("gives subject n the same values alone, in any order, in any population size", () => {
    const all = people();
    expect(people(undefined, [3, 1])).toEqual([all[3], all[1]]);
  });

  it("draws at the documented addresses: purpose 1 for covariates, 2 for etas, index by name", () => {
    const { covariates: drawn, etas } = drawSubject(key, 9, definePopulation(description));
    const z = standardNormal(key, { subject: 9, purpose: 2, index: drawIndex("eta_CL") });
    expect(etas.eta_CL).toBeCloseTo(0.3 * z, 14);
    expect(drawn.SEXF).toBe(uniform(key, { subject: 9, purpose: 1, index: drawIndex("SEXF") }) > 0.5 ? 1 : 0);
  });

  it("gives different people to different numbers and keys", () => {
    const values = [...people(), drawSubject(makeKey(8), 0, definePopulation(description))].flatMap(
      ({ covariates: c, etas }) => [c.WT, ...Object.values(etas)],
    );
    expect(new Set(values).size).toBe(values.length);
  });

  it("keeps the values of a covariate when others are added, removed or reordered", () => {
    const other = definePopulation({
      ...description,
      covariates: { AGE: { distribution: "uniform", min: 18, max: 65 }, WT: covariates.WT },
    });
    expect(people(other).map((p) => p.covariates.WT)).toEqual(people().map((p) => p.covariates.WT));
  });

  it("keeps the values of a random effect when later ones are removed", () => {
    const fewer = definePopulation({
      ...description,
      variability: {
        etas: ["eta_CL", "eta_V"],
        covariance: [
          [0.09, 0.03],
          [0.03, 0.04],
        ],
      },
    });
    expect(people(fewer).map((p) => p.etas.eta_V)).toEqual(people().map((p) => p.etas.eta_V));
  });

  it("draws etas with the covariance asked for, each element within 5 standard errors", () => {
    const population = definePopulation(description);
    const count = 20_000;
    const drawn = Array.from({ length: count }, (_, n) =>
      variability.etas.map((name) => drawSubject(key, n, population).etas[name]!),
    );
    const { covariance } = variability;
    for (const i of [0, 1, 2]) {
      for (const j of [0, 1, 2]) {
        const found = drawn.reduce((sum, eta) => sum + eta[i]! * eta[j]!, 0) / count;
        // Var(x y) = s_xx s_yy + s_xy^2 for a bivariate normal (Isserlis). Nine comparisons: false alarm below 6e-6.
        const spread = covariance[i]![i]! * covariance[j]![j]! + covariance[i]![j]! ** 2;
        expect(Math.abs(found - covariance[i]![j]!)).toBeLessThan(5 * Math.sqrt(spread / count));
      }
    }
  });

  it("draws covariates independent of each other and of the etas within 5 standard errors", () => {
    const population = definePopulation(description);
    const count = 20_000;
    const drawn = Array.from({ length: count }, (_, n) => drawSubject(key, n, population));
    const standardised = {
      weight: drawn.map((p) => Math.log(p.covariates.WT! / 75) / Math.sqrt(Math.log(1.04))),
      sex: drawn.map((p) => 2 * p.covariates.SEXF! - 1),
      clearance: drawn.map((p) => p.etas.eta_CL! / 0.3),
    };
    const correlation = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0) / count;
    const limit = 5 * Math.sqrt(1 / count);
    expect(Math.abs(correlation(standardised.weight, standardised.sex))).toBeLessThan(limit);
    expect(Math.abs(correlation(standardised.weight, standardised.clearance))).toBeLessThan(limit);
    expect(Math.abs(correlation(standardised.sex, standardised.clearance))).toBeLessThan(limit);
  });

  it("leaves an eta with variance 0 at 0", () => {
    const still = definePopulation({
      covariates: {},
      variability: {
        etas: ["a", "b"],
        covariance: [
          [0, 0],
          [0, 1],
        ],
      },
    });
    expect(drawSubject(key, 0, still).etas.a).toBe(0);
    expect(drawSubject(key, 0, still).etas.b).not.toBe(0);
  });
});

it("the typical subject has every random effect at 0", () => {
  expect(typicalSubject(definePopulation(description), { WT: 70 })).toEqual({
    subject: 0,
    covariates: { WT: 70 },
    etas: { eta_CL: 0, eta_V: 0, eta_kv: 0 },
  });
});

it("names are hashed as FNV-1a prescribes (published vectors for the empty word, a and foobar)", () => {
  expect([drawIndex(""), drawIndex("a"), drawIndex("foobar")]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

describe("definePopulation refuses", () => {
  const withVariability = (etas: readonly string[], covariance: readonly (readonly number[])[]) => () =>
    definePopulation({ covariates: {}, variability: { etas, covariance } });

  it("a covariance that is not positive definite, naming the pivot", () => {
    expect(
      withVariability(
        ["a", "b"],
        [
          [1, 2],
          [2, 1],
        ],
      ),
    ).toThrow(/pivot 2.*E-POPULATION/);
  });

  it("a covariance of the wrong shape, or not symmetric", () => {
    expect(withVariability(["a", "b"], [[1]])).toThrow("E-POPULATION");
    expect(
      withVariability(
        ["a", "b"],
        [
          [1, 0.1],
          [0.2, 1],
        ],
      ),
    ).toThrow("E-POPULATION");
  });

  it("an eta that covaries without varying", () => {
    expect(
      withVariability(
        ["a", "b"],
        [
          [0, 0.1],
          [0.1, 1],
        ],
      ),
    ).toThrow('"a"');
  });

  it("two random effects of one name", () => {
    expect(
      withVariability(
        ["a", "a"],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    ).toThrow("E-POPULATION");
  });

  it("an impossible covariate, naming it", () => {
    const variabilityNone = { etas: [], covariance: [] };
    expect(() =>
      definePopulation({
        covariates: { WT: { distribution: "normal", mean: 1, sd: -1 } },
        variability: variabilityNone,
      }),
    ).toThrow("covariates.WT");
  });
});
