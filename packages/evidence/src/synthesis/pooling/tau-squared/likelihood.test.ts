import fc from "fast-check";
import { expect, test } from "vitest";
import { fitAtTauSquared } from "../../least-squares/weighted-fit.ts";
import { interceptOnly } from "../../meta-regression/regression-design.ts";
import { weightedProblem } from "../fit-mixed-effects.ts";
import { someEffects } from "../some-effects.contract.ts";
import { likelihoodEstimate, likelihoodScore } from "./likelihood.ts";

/** The restricted or full log likelihood written out for plain pooling, without any of the code under test. */
function writtenOut(
  effects: readonly { effect: number; variance: number }[],
  tauSquared: number,
  isRestricted: boolean,
) {
  const weights = effects.map(({ variance }) => 1 / (variance + tauSquared));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = effects.reduce((sum, { effect }, i) => sum + weights[i]! * effect, 0) / total;
  const fit = effects.reduce(
    (sum, { effect }, i) => sum + weights[i]! * (effect - mean) ** 2 - Math.log(weights[i]!),
    0,
  );
  return -(fit + (isRestricted ? Math.log(total) : 0)) / 2;
}

for (const kind of ["REML", "ML"] as const)
  test(`the gradient of the ${kind} likelihood is 0 at the estimate, or points below 0 there`, () => {
    fc.assert(
      fc.property(someEffects({ least: 3 }), (effects) => {
        const problem = weightedProblem(effects, interceptOnly(effects.length));
        const { estimate } = likelihoodEstimate(problem, kind);
        const score = likelihoodScore(fitAtTauSquared(problem, estimate), kind);
        const scale = likelihoodScale(effects, estimate);
        if (estimate > 0) expect(Math.abs(score)).toBeLessThan(1e-9 * scale);
        else expect(score).toBeLessThanOrEqual(0);
      }),
    );
  });

/** The size of the terms that cancel in the gradient. */
function likelihoodScale(effects: readonly { variance: number }[], tauSquared: number): number {
  return effects.reduce((sum, { variance }) => sum + 1 / (variance + tauSquared), 0);
}

test("no tau squared on a fine grid has a higher likelihood than the estimate", () => {
  fc.assert(
    fc.property(someEffects({ least: 2, most: 6 }), (effects) => {
      const problem = weightedProblem(effects, interceptOnly(effects.length));
      for (const kind of ["REML", "ML"] as const) {
        const best = writtenOut(effects, likelihoodEstimate(problem, kind).estimate, kind === "REML");
        for (let step = 0; step <= 400; step++)
          expect(writtenOut(effects, (step / 40) ** 3, kind === "REML")).toBeLessThanOrEqual(best + 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

test("of two peaks the higher is taken", () => {
  // Two precise studies that agree and two vague ones far away: a peak at 0 and one near 48.
  const effects = [0, 0.02, 11, -9.5].map((effect, i) => ({ label: `${i}`, effect, variance: i < 2 ? 0.0001 : 16 }));
  const problem = weightedProblem(effects, interceptOnly(4));
  const { estimate } = likelihoodEstimate(problem, "REML");
  const peaks = [];
  for (let t = 0; t < 100; t += 0.001) {
    const [before, here, after] = [t - 0.001, t, t + 0.001].map((x) => writtenOut(effects, Math.max(0, x), true));
    if (here! >= before! && here! > after!) peaks.push(here!);
  }
  expect(peaks.length).toBeGreaterThan(1);
  expect(writtenOut(effects, estimate, true)).toBeGreaterThanOrEqual(Math.max(...peaks) - 1e-6);
});
