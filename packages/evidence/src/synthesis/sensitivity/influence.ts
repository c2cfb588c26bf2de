import { chiSquared } from "@kinetamine/numerics";
import { requireEffects } from "../effect-sizes/study-effect.ts";
import { at, dot, type Matrix, matrixFromRows, multiplyVector, rowOf } from "../least-squares/matrix.ts";
import { forwardSolve, logDeterminantOf, lowerFactor } from "../least-squares/solve-symmetric.ts";
import { fitAtTauSquared } from "../least-squares/weighted-fit.ts";
import type { RegressionDesign } from "../meta-regression/regression-design.ts";
import { fitMixedEffects, type MixedEffectsFit, weightedProblem } from "../pooling/fit-mixed-effects.ts";

/** How one study bears on a fitted model. */
export interface Influence {
  readonly label: string;
  /** Distance from the prediction of the others, in its standard errors. */
  readonly studentisedResidual: number;
  /** Change of the study's own fitted value when it is left out, in standard errors. */
  readonly dffits: number;
  /** Squared distance the coefficients move, in the metric of their covariance. */
  readonly cooksDistance: number;
  /** Generalised variance of the coefficients without the study over that with it; below 1: they get more precise without it. */
  readonly covarianceRatio: number;
  /** Without the study; 0 under a common effect. */
  readonly tauSquaredWithout: number;
  readonly qWithout: number;
  readonly leverage: number;
  /** Share of the total weight [%]. */
  readonly weight: number;
  /** Change of each coefficient, in standard errors. */
  readonly dfbetas: readonly number[];
  /** True when some measure passes a customary threshold; a reason to look at the study, not to drop it. */
  readonly isInfluential: boolean;
}

/**
 * Leave-one-out diagnostics of a fitted model.
 * @param fit at least two more effects than coefficients
 * @returns in the order of the effects
 * @throws EvidenceError `evidence-synthesis-invalid` with too few effects, or when leaving one out makes the design dependent
 * Source: Viechtbauer & Cheung 2010, Res Synth Methods 1:112-125.
 */
export function influence(fit: MixedEffectsFit): readonly Influence[] {
  requireEffects(fit.effects, {
    attempted: "compute the influence of each study",
    atLeast: fit.coefficients.length + (fit.options.inference === "wald" ? 1 : 2),
  });
  const total = fit.weights.reduce((sum, weight) => sum + weight, 0);
  const factor = lowerFactor(fit.covariance);
  return fit.effects.map((_, index) => influenceOf(fit, index, { total, factor }));
}

function influenceOf(
  fit: MixedEffectsFit,
  index: number,
  whole: { readonly total: number; readonly factor: Matrix },
): Influence {
  const without = fitWithout(fit, index);
  const study = fit.effects[index]!;
  const row = rowOf(fit.design.matrix, index);
  const tauSquaredWithout = without.tauSquared?.estimate ?? 0;
  const shift = Float64Array.from(fit.coefficients, ({ estimate }, j) => estimate - without.coefficients[j]!.estimate);
  const ownVariance = without.scale * (study.variance + tauSquaredWithout);
  const predicted = dot(
    row,
    Float64Array.from(without.coefficients, ({ estimate }) => estimate),
  );
  const predictedVariance = dot(row, multiplyVector(without.covariance, row));
  const scaled = forwardSolve(whole.factor, shift);
  const measures = {
    studentisedResidual: (study.effect - predicted) / Math.sqrt(ownVariance + predictedVariance),
    dffits: dot(row, shift) / Math.sqrt(fit.leverages[index]! * ownVariance),
    cooksDistance: dot(scaled, scaled),
    covarianceRatio: Math.exp(logDeterminantOf(lowerFactor(without.covariance)) - logDeterminantOf(whole.factor)),
    tauSquaredWithout,
    qWithout: without.heterogeneity.q,
    leverage: fit.leverages[index]!,
    weight: (100 * fit.weights[index]!) / whole.total,
    dfbetas: dfbetasOf(fit, without, shift),
  };
  return { label: study.label, ...measures, isInfluential: passesThreshold(measures, fit) };
}

function fitWithout({ effects, design, options }: MixedEffectsFit, index: number): MixedEffectsFit {
  const rest = effects.filter((_, other) => other !== index);
  const { tauSquared, ...others } = options;
  return fitMixedEffects(
    { effects: rest, design: designWithout(design, index) },
    tauSquared === undefined ? others : { ...others, tauSquared },
  );
}

function designWithout(design: RegressionDesign, index: number): RegressionDesign {
  const rows = Array.from({ length: design.matrix.rows }, (_, i) => [...rowOf(design.matrix, i)]);
  return { ...design, matrix: matrixFromRows(rows.filter((_, other) => other !== index)) };
}

/** Shifts over the standard errors all studies would give at the between-study variance found without this one. */
function dfbetasOf(fit: MixedEffectsFit, without: MixedEffectsFit, shift: Float64Array): readonly number[] {
  const problem = weightedProblem(fit.effects, fit.design);
  const { covariance } = fitAtTauSquared(problem, without.tauSquared?.estimate ?? 0);
  return [...shift].map((change, j) => change / Math.sqrt(without.scale * at(covariance, j, j)));
}

/** The customary thresholds of Viechtbauer & Cheung 2010, section 4. */
function passesThreshold(
  { dffits, cooksDistance, leverage, dfbetas }: Pick<Influence, "dffits" | "cooksDistance" | "leverage" | "dfbetas">,
  { effects, coefficients }: MixedEffectsFit,
): boolean {
  const [k, p] = [effects.length, coefficients.length];
  return (
    Math.abs(dffits) > 3 * Math.sqrt(p / (k - p)) ||
    chiSquared(p).cdf(cooksDistance) > 0.5 ||
    leverage > (3 * p) / k ||
    dfbetas.some((change) => Math.abs(change) > 1)
  );
}
