import { EvidenceError } from "../../checks/evidence-error.ts";
import { criticalValue, type Reference } from "../effect-sizes/reported-estimate.ts";
import type { Interval } from "./coefficient.ts";
import type { MixedEffectsFit } from "./fit-mixed-effects.ts";

/**
 * The distribution behind a prediction interval: that of the test (normal, or t on k - p), or t on k - p - 1 degrees of freedom
 * (for plain pooling k - 2: Higgins, Thompson & Spiegelhalter 2009, J R Stat Soc A 172:137-159, equation 12).
 */
export type PredictionReference = "as-test" | "higgins";

/**
 * Where the true effect of a new study like these would lie: the pooled estimate plus or minus a critical value times
 * sqrt(standard error squared + tau squared). Assumes normally distributed true effects; unreliable with few studies.
 * @param point estimate and standard error of the mean there (a coefficient of plain pooling, or a prediction of a regression)
 * @param fit the model, random effects
 * @param options reference, `higgins` unless given
 * @throws EvidenceError `evidence-synthesis-invalid` under a common effect, or with too few studies
 */
export function predictionInterval(
  {
    fit,
    point,
  }: { readonly fit: MixedEffectsFit; readonly point: { readonly estimate: number; readonly standardError: number } },
  { reference = "higgins" }: { readonly reference?: PredictionReference } = {},
): Interval {
  if (fit.tauSquared === undefined)
    throw new EvidenceError("evidence-synthesis-invalid", "predict the effect of a new study", [
      {
        path: "model",
        found: "common",
        required: "random: without a spread of true effects there is nothing to predict",
      },
    ]);
  const spread = Math.sqrt(point.standardError ** 2 + fit.tauSquared.estimate);
  const reach = criticalValue(1 - fit.options.level, referenceFor(fit, reference)) * spread;
  return { low: point.estimate - reach, high: point.estimate + reach };
}

function referenceFor(fit: MixedEffectsFit, reference: PredictionReference): Reference {
  const ofTest = fit.effects.length - fit.coefficients.length;
  if (reference === "as-test" && fit.options.inference === "wald") return "normal";
  const degreesOfFreedom = reference === "as-test" ? ofTest : ofTest - 1;
  if (degreesOfFreedom < 1)
    throw new EvidenceError("evidence-synthesis-invalid", "predict the effect of a new study", [
      { path: "effects", found: `${fit.effects.length} of them`, required: "at least two more than coefficients" },
    ]);
  return { degreesOfFreedom };
}
