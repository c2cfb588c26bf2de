import { EvidenceError } from "../../checks/evidence-error.ts";
import type { StudyEffect } from "../effect-sizes/study-effect.ts";
import type { PoolingOptions } from "../pooling/options.ts";
import { type PooledEffect, poolEffects } from "../pooling/pool-effects.ts";

/** The correlations tried unless others are given: low, middling and high within-person agreement. */
const CORRELATIONS: readonly number[] = [0.3, 0.5, 0.7];

/** A study whose effect does, or does not, rest on an imputed within-person correlation. */
export type CorrelationDependent = StudyEffect | ((correlation: number) => StudyEffect);

/** The pooled effect under one imputed correlation. */
export interface CorrelationResult {
  readonly correlation: number;
  readonly pooled: PooledEffect;
}

/**
 * Pools the studies once for each imputed correlation, so that a reader sees what the imputation decides.
 * Crossover and pre-post reports rarely print the correlation between the two measurements of a person; see Cochrane Handbook 6.5,
 * section 23.2.7.
 * @param studies fixed effects, or functions from a correlation to an effect
 * @param options correlations tried, and those of `poolEffects`
 * @returns one result for each correlation, in order
 * @throws EvidenceError `evidence-synthesis-invalid`
 */
export function acrossCorrelations(
  studies: readonly CorrelationDependent[],
  options: PoolingOptions & { readonly correlations?: readonly number[] } = {},
): readonly CorrelationResult[] {
  const { correlations = CORRELATIONS, ...pooling } = options;
  if (correlations.length === 0)
    throw new EvidenceError("evidence-synthesis-invalid", "vary an imputed correlation", [
      { path: "correlations", found: "none", required: "at least one" },
    ]);
  return correlations.map((correlation) => ({
    correlation,
    pooled: poolEffects(
      studies.map((study) => (typeof study === "function" ? study(correlation) : study)),
      pooling,
    ),
  }));
}
