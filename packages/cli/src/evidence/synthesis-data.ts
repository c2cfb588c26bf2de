import type { PooledEffect } from "@kinetamine/evidence";
import type { Synthesis } from "./synthesis.ts";

/** A pooled result for programs: everything on the scale it is read on, ratios not as logarithms. */
export function synthesisData(synthesis: Synthesis): Readonly<Record<string, unknown>> {
  const { title, measure, direction, isRatio, pooled, prediction, heterogeneity } = synthesis;
  const read = isRatio ? Math.exp : (value: number) => value;
  const result = (effect: PooledEffect) => resultData(effect, read);
  return {
    title,
    measure,
    direction,
    studies: synthesis.studies.map(({ effect, variance, ...study }) => {
      const row = synthesis.forest.find(({ kind, label }) => kind === "study" && label === study.label);
      return {
        ...study,
        estimate: read(effect),
        variance,
        low: row?.low,
        high: row?.high,
        weight_percent: row?.weight,
      };
    }),
    ...(pooled === undefined ? {} : { pooled: result(pooled), heterogeneity: spreadData(pooled, heterogeneity) }),
    ...(prediction === undefined ? {} : { prediction: { low: read(prediction.low), high: read(prediction.high) } }),
    apart: synthesis.apart.map((part) => ({ name: part.name, ...result(part.pooled) })),
    alternatives: synthesis.alternatives.map((other) => ({ name: other.name, ...result(other.pooled) })),
    leaveOneOut: synthesis.omissions.map((omission) => ({ omitted: omission.omitted, ...result(omission.pooled) })),
    correlations: synthesis.correlations.map((tried) => ({ correlation: tried.correlation, ...result(tried.pooled) })),
    published: synthesis.published,
    excluded: synthesis.excluded,
    ...(synthesis.screening === undefined ? {} : { screening: synthesis.screening }),
    cautions: synthesis.cautions,
  };
}

function resultData({ pooled, options, effects }: PooledEffect, read: (value: number) => number) {
  return {
    studies: effects.length,
    estimate: read(pooled.estimate),
    low: read(pooled.interval.low),
    high: read(pooled.interval.high),
    pValue: pooled.pValue,
    model: options.model,
    ...(options.model === "random" ? { estimator: options.estimator } : {}),
    test: options.inference,
    level: options.level,
  };
}

function spreadData(
  { heterogeneity, tauSquared }: PooledEffect,
  intervals: Synthesis["heterogeneity"],
): Readonly<Record<string, unknown>> {
  const { q, degreesOfFreedom, pValue, iSquared } = heterogeneity;
  return {
    q,
    degreesOfFreedom,
    pValue,
    iSquared_percent: iSquared,
    ...(tauSquared === undefined ? {} : { tauSquared: tauSquared.estimate }),
    ...(intervals === undefined
      ? {}
      : { intervals: { iSquared_percent: intervals.iSquared, tauSquared: intervals.tauSquared } }),
  };
}
