import type { StudyEffect } from "../effect-sizes/study-effect.ts";
import { interceptOnly } from "../meta-regression/regression-design.ts";
import type { Coefficient } from "./coefficient.ts";
import { fitMixedEffects, type MixedEffectsFit } from "./fit-mixed-effects.ts";
import type { PoolingOptions } from "./options.ts";

/** A pooled effect and the model it came from. */
export interface PooledEffect extends MixedEffectsFit {
  /** The common effect, or the mean of the effects; the only coefficient. */
  readonly pooled: Coefficient;
}

/**
 * Pools independent study effects under one mean.
 * Default: random effects, REML, Hartung-Knapp with the ad hoc rule, because plain Hartung-Knapp intervals of a few studies that happen
 * to agree are far too narrow. With two or three studies look at the other inferences too: they differ severalfold and none is
 * trustworthy alone (IntHout, Ioannidis & Borm 2014, BMC Med Res Methodol 14:25; Jackson et al. 2017, Stat Med 36:3923-3934).
 * @param effects at least one; all on the same scale
 * @param options model, estimator, inference, level
 * @throws EvidenceError `evidence-synthesis-invalid`
 * @example
 * poolEffects([{ label: "A", effect: 0, variance: 1 }, { label: "B", effect: 2, variance: 1 }], { model: "common" }).pooled.estimate // => 1
 */
export function poolEffects(effects: readonly StudyEffect[], options: PoolingOptions = {}): PooledEffect {
  const fit = fitMixedEffects({ effects, design: interceptOnly(effects.length) }, options);
  return { ...fit, pooled: fit.coefficients[0]! };
}
