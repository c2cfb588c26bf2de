import { expect, test } from "vitest";
import { poolEffects } from "./pooling/pool-effects.ts";
import { synthesiseStudies } from "./synthesise-studies.ts";

const studies = [0.1, 0.5, 0.4, 0.9].map((effect, i) => ({ label: `study ${i}`, effect, variance: 0.04 + 0.01 * i }));

test("nothing is made of no studies, and one study stays as it is", () => {
  expect(synthesiseStudies([])).toEqual({ alternatives: [], groups: [], omissions: [] });
  const single = synthesiseStudies(studies.slice(0, 1), { level: 0.9 });
  expect(single.pooled!.pooled.estimate).toBe(0.1);
  // 0.2 standard errors times the normal quantile of 95 %.
  expect(single.pooled!.pooled.interval.high).toBeCloseTo(0.1 + 0.2 * 1.6448536269514722, 12);
  expect(single.alternatives).toEqual([]);
});

test("two studies have no prediction and are not left out", () => {
  const { prediction, omissions, heterogeneity } = synthesiseStudies(studies.slice(0, 2));
  expect(prediction).toBeUndefined();
  expect(omissions).toEqual([]);
  expect(heterogeneity!.tauSquared.low).toBe(0);
});

test("alternatives pool the same studies at the same level", () => {
  const { alternatives } = synthesiseStudies(studies, { level: 0.8 });
  const wald = alternatives.find(({ name }) => name === "random effects, REML, Wald")!;
  expect(wald.pooled.pooled).toEqual(poolEffects(studies, { inference: "wald", level: 0.8 }).pooled);
  expect(alternatives).toHaveLength(6);
});

test("equal effects have no plain Hartung-Knapp alternative", () => {
  const equal = studies.map((study) => ({ ...study, effect: 0.3 }));
  expect(synthesiseStudies(equal).alternatives.map(({ name }) => name)).not.toContain(
    "random effects, REML, Hartung-Knapp",
  );
});

test("groups are pooled apart in the order they are met", () => {
  const grouped = studies.map((study, i) => (i === 3 ? study : { ...study, group: i === 1 ? "b" : "a" }));
  const { groups } = synthesiseStudies(grouped);
  expect(groups.map(({ group, pooled }) => [group, pooled.effects.length])).toEqual([
    ["a", 2],
    ["b", 1],
    ["no group", 1],
  ]);
});

test("effects that share clusters are also pooled by a model that knows it", () => {
  expect(synthesiseStudies(studies.map((study) => ({ ...study, cluster: study.label }))).clustered).toBeUndefined();
  const shared = studies.map((study, i) => ({ ...study, cluster: i < 2 ? "laboratory" : study.label }));
  const { fit, robust } = synthesiseStudies(shared).clustered!;
  expect(fit.variances.map(({ level, groups }) => [level, groups])).toEqual([
    ["cluster", 3],
    ["effect", 4],
  ]);
  expect(robust).toMatchObject({ kind: "CR2", clusters: 3 });
});

test("under a common effect there is neither heterogeneity to estimate nor a new study to predict", () => {
  const common = synthesiseStudies(studies, { model: "common" });
  expect(common.heterogeneity).toBeUndefined();
  expect(common.prediction).toBeUndefined();
  expect(synthesiseStudies(studies, { tauSquared: 0.1 }).heterogeneity).toBeUndefined();
});
