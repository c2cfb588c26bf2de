import { requireEffects, type StudyEffect } from "../effect-sizes/study-effect.ts";
import type { PoolingOptions } from "../pooling/options.ts";
import { type PooledEffect, poolEffects } from "../pooling/pool-effects.ts";

/** A pooled effect of the studies up to and including one. */
export interface Accumulation {
  readonly added: string;
  readonly pooled: PooledEffect;
}

/**
 * Pools the first study, the first two, and so on; the order of the effects is the order of accumulation, e.g. by year.
 * The first result is the first study itself with a normal interval. The intervals are not corrected for looking repeatedly.
 * @param effects in order
 * @param options as of `poolEffects`
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Lau et al. 1992, N Engl J Med 327:248-254.
 */
export function cumulativePooling(
  effects: readonly StudyEffect[],
  options: PoolingOptions = {},
): readonly Accumulation[] {
  requireEffects(effects, { attempted: "pool the studies one after another" });
  return effects.map((last, index) => ({
    added: last.label,
    pooled: poolEffects(effects.slice(0, index + 1), index === 0 ? { ...options, inference: "wald" } : options),
  }));
}
