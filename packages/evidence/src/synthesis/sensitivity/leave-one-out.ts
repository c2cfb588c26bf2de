import { requireEffects, type StudyEffect } from "../effect-sizes/study-effect.ts";
import type { PoolingOptions } from "../pooling/options.ts";
import { type PooledEffect, poolEffects } from "../pooling/pool-effects.ts";

/** A pooled effect without one of the studies. */
export interface Omission {
  readonly omitted: string;
  readonly pooled: PooledEffect;
}

/**
 * Pools the effects once without each study.
 * @param effects at least three, so that something is left to pool
 * @param options as of `poolEffects`
 * @returns in the order of the effects
 * @throws EvidenceError `evidence-synthesis-invalid`
 */
export function leaveOneOut(effects: readonly StudyEffect[], options: PoolingOptions = {}): readonly Omission[] {
  requireEffects(effects, { attempted: "leave out one study at a time", atLeast: 3 });
  return effects.map((left, index) => ({
    omitted: left.label,
    pooled: poolEffects(
      effects.filter((_, other) => other !== index),
      options,
    ),
  }));
}
