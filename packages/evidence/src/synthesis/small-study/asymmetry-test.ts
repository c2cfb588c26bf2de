import { requireEffects, type StudyEffect } from "../effect-sizes/study-effect.ts";
import { at } from "../least-squares/matrix.ts";
import { fitAtTauSquared } from "../least-squares/weighted-fit.ts";
import { buildDesign } from "../meta-regression/regression-design.ts";
import { type Coefficient, testCoefficient } from "../pooling/coefficient.ts";
import { fitMixedEffects, weightedProblem } from "../pooling/fit-mixed-effects.ts";
import type { PoolingOptions } from "../pooling/options.ts";

/** What the effects are regressed on. */
export type AsymmetryPredictor = "standard-error" | "variance";

/** A regression test of funnel asymmetry. */
export interface AsymmetryTest {
  /** The slope on the predictor: 0 for a symmetric funnel. */
  readonly slope: Coefficient;
  /** Where the line meets an infinitely large study (predictor 0). */
  readonly limit: Coefficient;
}

/** Options of `asymmetryTest`; with `model: "weighted"` the pooling options have no effect. */
export interface AsymmetryOptions extends PoolingOptions {
  readonly predictor?: AsymmetryPredictor;
  /** `weighted`: Egger's own regression with multiplicative dispersion. `mixed`: additive between-study variance. */
  readonly form?: "weighted" | "mixed";
}

/**
 * Regresses the effects on their standard errors: small studies with larger effects give a slope away from 0.
 * Asymmetry has many causes besides unpublished studies; the test has little power below ten studies (Sterne et al. 2011,
 * BMJ 343:d4002) and misleads for odds ratios, whose standard error depends on the effect.
 * @param effects at least three
 * @param options predictor `standard-error` and form `weighted` unless given
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Egger et al. 1997, BMJ 315:629-634; mixed form Sterne & Egger 2005.
 */
export function asymmetryTest(effects: readonly StudyEffect[], options: AsymmetryOptions = {}): AsymmetryTest {
  requireEffects(effects, { attempted: "test the funnel for asymmetry", atLeast: 3 });
  const { predictor = "standard-error", form = "weighted", ...pooling } = options;
  const values = effects.map(({ variance }) => (predictor === "variance" ? variance : Math.sqrt(variance)));
  const design = buildDesign(effects.length, [{ name: predictor, values }]);
  if (form === "mixed") {
    const [limit, slope] = fitMixedEffects({ effects, design }, pooling).coefficients;
    return { slope: slope!, limit: limit! };
  }
  const fit = fitAtTauSquared(weightedProblem(effects, design), 0);
  const degreesOfFreedom = effects.length - 2;
  const dispersion = fit.residualSum / degreesOfFreedom;
  const [limit, slope] = design.names.map((name, j) =>
    testCoefficient(
      { name, estimate: fit.coefficients[j]!, standardError: Math.sqrt(dispersion * at(fit.covariance, j, j)) },
      { degreesOfFreedom, level: pooling.level ?? 0.95 },
    ),
  );
  return { slope: slope!, limit: limit! };
}
