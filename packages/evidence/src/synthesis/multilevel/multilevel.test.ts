import { makeKey, uniform } from "@kinetamine/numerics";
import { expect, test } from "vitest";
import { at } from "../least-squares/matrix.ts";
import { poolEffects } from "../pooling/pool-effects.ts";
import { fitMultilevel } from "./fit-multilevel.ts";
import { nestedIn } from "./level.ts";
import { profileInterval } from "./profile-interval.ts";
import { robustInference } from "./robust-inference.ts";
import { fadingCorrelation, samplingCovariance } from "./sampling-covariance.ts";
import { likelihoodPoint } from "./variance-likelihood.ts";

// Values are compared with metafor and clubSandwich in test/oracle.test.ts; here stand laws, twins and refusals.

const key = makeKey(7);
const random = (index: number) => uniform(key, { subject: 0, purpose: 0, index });
const study = { name: "study", groups: Array.from({ length: 24 }, (_, i) => `study ${Math.floor(i / 3)}`) };
const within = nestedIn(study, { name: "effect", groups: Array.from({ length: 24 }, (_, i) => `effect ${i % 3}`) });
const effects = study.groups.map((group, i) => ({
  label: `${group}, ${i % 3}`,
  effect: 2 * random(100 + Math.floor(i / 3)) + random(i),
  variance: 0.02 + 0.1 * random(200 + i),
}));

test("with one effect a study it is the ordinary random-effects model", () => {
  const single = effects.filter((_, i) => i % 3 === 0);
  const level = { name: "study", groups: single.map(({ label }) => label) };
  const [one, other] = [poolEffects(single, { inference: "t" }), fitMultilevel({ effects: single, levels: [level] })];
  expect(other.variances[0]!.estimate).toBeCloseTo(one.tauSquared!.estimate, 10);
  expect(other.coefficients[0]!.interval.low).toBeCloseTo(one.pooled.interval.low, 10);
  expect(other.heterogeneity.iSquared).toBeCloseTo(one.heterogeneity.iSquared, 8);
  expect(other.statistics.logLikelihood).toBeCloseTo(one.statistics.logLikelihood, 10);
});

test("the order of the effects changes nothing", () => {
  const order = effects.map((_, i) => (7 * i) % 24);
  const turned = {
    effects: order.map((i) => effects[i]!),
    levels: [study, within].map(({ name, groups }) => ({ name, groups: order.map((i) => groups[i]!) })),
  };
  const [one, other] = [fitMultilevel({ effects, levels: [study, within] }), fitMultilevel(turned)];
  other.variances.forEach(({ estimate }, l) => {
    expect(estimate).toBeCloseTo(one.variances[l]!.estimate, 10);
  });
  expect(other.coefficients[0]!.estimate).toBeCloseTo(one.coefficients[0]!.estimate, 11);
});

for (const kind of ["REML", "ML"] as const)
  test(`the ${kind} gradient matches differences of the likelihood, and is 0 at the estimate`, () => {
    const { problem, variances } = fitMultilevel({ effects, levels: [study, within] }, { estimator: kind });
    const there = [0.3, 0.05];
    const point = likelihoodPoint(problem, there, { kind });
    const step = 1e-6;
    there.forEach((_, l) => {
      const move = (by: number) => there.map((value, m) => (m === l ? value + by : value));
      const [up, down] = [step, -step].map((by) => likelihoodPoint(problem, move(by), { kind }).logLikelihood);
      // Central differences of a function near 20: rounding 1e-15 x 20 / 1e-6.
      expect((up! - down!) / (2 * step)).toBeCloseTo(point.gradient[l]!, 6);
    });
    const top = likelihoodPoint(
      problem,
      variances.map(({ estimate }) => estimate),
      { kind },
    );
    for (const slope of top.gradient) expect(Math.abs(slope)).toBeLessThan(1e-8);
  });

test("a variance that wants to be negative ends at 0", () => {
  const flat = effects.map((each, i) => ({ ...each, effect: Math.floor(i / 3) * 0.4 }));
  const fit = fitMultilevel({ effects: flat, levels: [study, within] });
  expect(fit.variances[1]!.estimate).toBe(0);
  expect(fit.variances[0]!.estimate).toBeGreaterThan(0);
  expect(profileInterval(fit, "effect").low).toBe(0);
});

test("a profile interval holds the estimate and lowers the likelihood by 1.92 at its ends", () => {
  const fit = fitMultilevel({ effects, levels: [study, within] });
  const { low, high } = profileInterval(fit, "study");
  expect(low).toBeLessThan(fit.variances[0]!.estimate);
  for (const value of [low, high].filter((end) => end > 0)) {
    const there = fitMultilevel({ effects, levels: [study, within] }, { variances: { study: value } });
    // Half the 95 % quantile of chi-squared on one degree of freedom.
    expect(fit.statistics.logLikelihood - there.statistics.logLikelihood).toBeCloseTo(1.9207294, 6);
  }
});

test("robust CR0 errors with one effect a cluster are the Huber-White errors", () => {
  const single = effects.filter((_, i) => i % 3 === 0);
  const names = single.map(({ label }) => label);
  const fit = fitMultilevel({ effects: single, levels: [{ name: "study", groups: names }] });
  const weights = single.map(({ variance }) => 1 / (variance + fit.variances[0]!.estimate));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = fit.coefficients[0]!.estimate;
  const squares = single.reduce((sum, { effect }, i) => sum + (weights[i]! * (effect - mean)) ** 2, 0);
  const [plain, corrected] = (["CR0", "CR1"] as const).map((kind) => robustInference(fit, { clusters: names, kind }));
  expect(plain!.coefficients[0]!.standardError).toBeCloseTo(Math.sqrt(squares) / total, 12);
  expect(corrected!.coefficients[0]!.standardError / plain!.coefficients[0]!.standardError).toBeCloseTo(
    Math.sqrt(8 / 7),
    12,
  );
});

test("CR2 errors of a plain mean with equal weights are those of the ordinary t test", () => {
  // Equal variances and independent effects: CR2 is the usual unbiased variance, with k - 1 degrees of freedom.
  const equal = effects.slice(0, 8).map((each) => ({ ...each, variance: 0.1 }));
  const names = equal.map(({ label }) => label);
  const fit = fitMultilevel({ effects: equal, levels: [{ name: "study", groups: names }] });
  const [robust] = robustInference(fit, { clusters: names }).coefficients;
  const mean = equal.reduce((sum, { effect }) => sum + effect, 0) / 8;
  const variance = equal.reduce((sum, { effect }) => sum + (effect - mean) ** 2, 0) / 7;
  expect(robust!.standardError).toBeCloseTo(Math.sqrt(variance / 8), 11);
  expect(robust!.degreesOfFreedom).toBeCloseTo(7, 9);
});

test("sampling errors of one group are correlated, those of different groups are not", () => {
  const four = effects.slice(0, 4);
  const covariance = samplingCovariance(four, { groups: ["a", "a", "b", "b"], correlation: 0.5 });
  expect(at(covariance, 0, 1)).toBeCloseTo(0.5 * Math.sqrt(four[0]!.variance * four[1]!.variance), 15);
  expect(at(covariance, 1, 2)).toBe(0);
  expect(at(covariance, 3, 3)).toBeCloseTo(four[3]!.variance, 15);
});

test("fading correlation falls with the distance in time", () => {
  const correlation = fadingCorrelation([1, 7, 14], 0.9);
  expect(correlation(0, 2)).toBeCloseTo(0.9 ** 13, 15);
  expect(correlation(1, 1)).toBe(1);
});

test("what a multilevel model cannot use is refused with the reason", () => {
  const fit = (levels: Parameters<typeof fitMultilevel>[0]["levels"]) => () => fitMultilevel({ effects, levels });
  expect(fit([])).toThrow("levels is none");
  expect(fit([{ name: "study", groups: ["a"] }])).toThrow("one for each of 24 effects");
  expect(fit([{ name: "study", groups: effects.map(() => "a") }])).toThrow("at least two groups");
  expect(fit([study, { name: "lab", groups: study.groups.map((group) => `lab of ${group}`) }])).toThrow(
    "lab, which groups the effects as study does",
  );
  expect(() => fitMultilevel({ effects, levels: [study] }, { variances: { lab: 1 } })).toThrow("variances.lab");
  const usable = fitMultilevel({ effects, levels: [study] });
  expect(() => robustInference(usable, { clusters: within.groups })).toThrow(
    "a cluster that divides correlated effects",
  );
  expect(() => robustInference(usable, { clusters: effects.map(() => "one") })).toThrow("more than the 1 coefficients");
  expect(() => profileInterval(usable, "lab")).toThrow("an estimated one of study");
});
