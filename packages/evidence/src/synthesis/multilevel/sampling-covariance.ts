import { requireAll } from "../effect-sizes/require-value.ts";
import type { StudyEffect } from "../effect-sizes/study-effect.ts";
import { type Matrix, zeros } from "../least-squares/matrix.ts";

/** Which effects share people, and how closely their sampling errors go together. */
export interface SharedSampling {
  /** Effects of one group share people; one entry for each effect. */
  readonly groups: readonly string[];
  /** Correlation of the sampling errors of two effects of one group: one number, or a function of their positions. */
  readonly correlation: number | ((first: number, second: number) => number);
}

/**
 * The covariance matrix of sampling errors when effects of one group share people: several scales, times, or arms against one control.
 * The correlation is rarely known: impute it, vary it, and use cluster-robust standard errors beside.
 * @param effects with their variances
 * @param shared groups and correlation
 * @returns n x n
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Gleser & Olkin 2009, in The Handbook of Research Synthesis, chapter 19; as `vcalc` of metafor.
 */
export function samplingCovariance(effects: readonly StudyEffect[], { groups, correlation }: SharedSampling): Matrix {
  const n = effects.length;
  requireAll("build the covariance of sampling errors", [
    [groups.length === n, "groups", `${groups.length} of them`, `one for each of ${n} effects`],
  ]);
  const covariance = zeros(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      if (groups[i] !== groups[j]) continue;
      const r = i === j ? 1 : typeof correlation === "number" ? correlation : correlation(i, j);
      requireAll("build the covariance of sampling errors", [[Math.abs(r) <= 1, "correlation", r, "from -1 to 1"]]);
      const value = r * Math.sqrt(effects[i]!.variance * effects[j]!.variance);
      covariance.values[i * n + j] = value;
      covariance.values[j * n + i] = value;
    }
  return covariance;
}

/** Correlation that fades with the time between two effects of one person: r to the power of the time difference. */
export function fadingCorrelation(
  times: readonly number[],
  perUnitOfTime: number,
): (first: number, second: number) => number {
  return (first, second) => perUnitOfTime ** Math.abs(times[first]! - times[second]!);
}
