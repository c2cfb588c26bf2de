import type { PooledEffect } from "../pooling/pool-effects.ts";
import type { Alternative } from "../synthesise-studies.ts";
import type { QuestionStudy } from "./question-study.ts";

/** The parts of an answer that cautions are drawn from. */
export interface CautionedAnswer {
  readonly studies: readonly QuestionStudy[];
  readonly pooled?: PooledEffect;
  readonly alternatives: readonly Alternative[];
  readonly byDesign: readonly unknown[];
}

/** What a reader of an answer must keep in mind, in plain words; each sentence states a fact of this answer. */
export function cautionsFor({ studies, pooled, alternatives, byDesign }: CautionedAnswer): readonly string[] {
  const k = studies.length;
  return [
    ...(k === 0 ? ["No trial with usable numbers was found; this is not evidence that there is no effect"] : []),
    ...(k === 1 ? ["One study: nothing was pooled, and how much effects differ between studies is not known"] : []),
    ...(k > 1 && k < 5
      ? [`${k} studies: the spread between studies is hardly estimable, so intervals differ by method`]
      : []),
    ...(pooled !== undefined ? disagreement(pooled, alternatives) : []),
    ...(byDesign.length > 0 ? ["Parallel and crossover studies are pooled together here and shown apart"] : []),
    ...sharedClusters(studies),
    ...highRisk(studies),
    ...unverified(studies),
    ...scales(studies),
  ];
}

/** Methods that put 0 inside the interval and methods that put it outside. */
function disagreement(pooled: PooledEffect, alternatives: readonly Alternative[]): readonly string[] {
  const excludesZero = ({ pooled: { interval } }: PooledEffect) => interval.low > 0 || interval.high < 0;
  const differing = alternatives.filter((other) => excludesZero(other.pooled) !== excludesZero(pooled));
  if (differing.length === 0) return [];
  const names = differing.map(({ name }) => name).join("; ");
  return [
    excludesZero(pooled)
      ? `"No difference" lies outside the interval, but inside it under: ${names}`
      : `"No difference" lies inside the interval, but outside it under: ${names}`,
  ];
}

function sharedClusters(studies: readonly QuestionStudy[]): readonly string[] {
  const clusters = studies.map(({ row }) => row.cluster);
  const repeated = [...new Set(clusters.filter((cluster, index) => clusters.indexOf(cluster) !== index))];
  return repeated.map(
    (cluster) =>
      `Several effects come from one group of participants or researchers (${cluster}); they are not independent, and the pooled interval, which takes them to be, is usually too narrow`,
  );
}

function highRisk(studies: readonly QuestionStudy[]): readonly string[] {
  const high = studies.filter(({ row }) => row.riskOfBias === "high");
  return high.length === 0 ? [] : [`${high.length} of ${studies.length} at high risk of bias: ${labels(high)}`];
}

function unverified(studies: readonly QuestionStudy[]): readonly string[] {
  const secondary = studies.filter(({ row }) => row.status === "seen-secondary");
  const recalled = studies.filter(({ row }) => row.status === "recalled");
  return [
    ...(secondary.length > 0 ? [`Numbers read in secondary sources only: ${labels(secondary)}`] : []),
    ...(recalled.length > 0 ? [`Numbers from memory, unverified: ${labels(recalled)}`] : []),
  ];
}

function scales(studies: readonly QuestionStudy[]): readonly string[] {
  const used = [...new Set(studies.map(({ row }) => row.scale))];
  const events = [...new Set(studies.flatMap(({ row }) => (row.definition === undefined ? [] : [row.definition])))];
  return [
    ...(used.length > 1 ? [`Different scales: ${used.join(", ")}`] : []),
    ...(events.length > 1 ? [`Different events are counted: ${events.join("; ")}`] : []),
  ];
}

function labels(studies: readonly QuestionStudy[]): string {
  return studies.map(({ label }) => label).join(", ");
}
