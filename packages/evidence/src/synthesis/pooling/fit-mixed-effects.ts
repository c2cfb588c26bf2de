import { EvidenceError } from "../../checks/evidence-error.ts";
import { requireEffects, type StudyEffect } from "../effect-sizes/study-effect.ts";
import { leastSquares } from "../least-squares/least-squares.ts";
import type { Matrix } from "../least-squares/matrix.ts";
import { fitAtTauSquared, type WeightedFit, type WeightedProblem } from "../least-squares/weighted-fit.ts";
import type { RegressionDesign } from "../meta-regression/regression-design.ts";
import { type Coefficient, standardErrorAt, testCoefficient } from "./coefficient.ts";
import { type FitStatistics, fitStatistics } from "./fit-statistics.ts";
import { assessHeterogeneity, type Heterogeneity } from "./heterogeneity.ts";
import { type PoolingOptions, type ResolvedOptions, resolveOptions } from "./options.ts";
import { estimateTauSquared } from "./tau-squared/estimate-tau-squared.ts";
import { logLikelihood } from "./tau-squared/likelihood.ts";
import type { TauSquared } from "./tau-squared/tau-squared.ts";

/** A fitted common-effect or mixed-effects model of independent study effects. */
export interface MixedEffectsFit {
  readonly effects: readonly StudyEffect[];
  readonly design: RegressionDesign;
  readonly options: ResolvedOptions;
  readonly coefficients: readonly Coefficient[];
  /** Of the coefficients, p x p, with any Hartung-Knapp factor. */
  readonly covariance: Matrix;
  /** What Hartung-Knapp multiplied the covariance by; 1 otherwise. */
  readonly scale: number;
  /** Absent under a common effect. */
  readonly tauSquared?: TauSquared;
  readonly heterogeneity: Heterogeneity;
  readonly statistics: FitStatistics;
  /** Inverse-variance weights, not normalised. */
  readonly weights: Float64Array;
  /** Diagonal of the hat matrix. */
  readonly leverages: Float64Array;
}

/**
 * Fits study effects to a design by weighted least squares, with a between-study variance under random effects.
 * Assumes independent effects with known sampling variances; use `fitMultilevel` when studies give several effects.
 * @param effects at least as many as columns of the design
 * @param options as of `poolEffects`
 * @throws EvidenceError `evidence-synthesis-invalid`
 */
export function fitMixedEffects(
  { effects, design }: { readonly effects: readonly StudyEffect[]; readonly design: RegressionDesign },
  options: PoolingOptions = {},
): MixedEffectsFit {
  const resolved = resolveOptions(options);
  requireEffects(effects, { attempted: "pool the effects", atLeast: Math.max(1, design.matrix.columns) });
  const problem = weightedProblem(effects, design);
  const tauSquared = tauSquaredFor(problem, resolved);
  const fit = fitAtTauSquared(problem, tauSquared?.estimate ?? 0);
  const degreesOfFreedom = effects.length - design.matrix.columns;
  const scale = scaleFor(fit, degreesOfFreedom, resolved.inference);
  const covariance = { ...fit.covariance, values: fit.covariance.values.map((value) => value * scale) };
  const test = {
    level: resolved.level,
    degreesOfFreedom: resolved.inference === "wald" ? undefined : degreesOfFreedom,
  };
  return {
    effects,
    design,
    options: resolved,
    coefficients: design.names.map((name, j) =>
      testCoefficient({ name, estimate: fit.coefficients[j]!, standardError: standardErrorAt(covariance, j) }, test),
    ),
    covariance,
    scale,
    ...(tauSquared === undefined ? {} : { tauSquared }),
    heterogeneity: assessHeterogeneity(problem, tauSquared?.estimate),
    statistics: statisticsFor(fit, problem, resolved),
    weights: fit.weights,
    leverages: fit.leverages,
  };
}

/** The numbers of the effects and the design in the form the estimators take. */
export function weightedProblem(effects: readonly StudyEffect[], design: RegressionDesign): WeightedProblem {
  return {
    effects: Float64Array.from(effects, ({ effect }) => effect),
    variances: Float64Array.from(effects, ({ variance }) => variance),
    design: design.matrix,
  };
}

function tauSquaredFor(problem: WeightedProblem, options: ResolvedOptions): TauSquared | undefined {
  if (options.model === "common") return undefined;
  if (options.tauSquared !== undefined) return { estimate: options.tauSquared, standardError: Number.NaN };
  return estimateTauSquared(problem, options.estimator);
}

function scaleFor(fit: WeightedFit, degreesOfFreedom: number, inference: ResolvedOptions["inference"]): number {
  if (inference === "wald") return 1;
  if (degreesOfFreedom < 1)
    throw new EvidenceError("evidence-synthesis-invalid", `test coefficients by ${inference}`, [
      { path: "effects", found: `${fit.weights.length} of them`, required: "more than there are coefficients" },
    ]);
  if (inference === "t") return 1;
  const residualVariance = fit.residualSum / degreesOfFreedom;
  if (inference === "hartung-knapp-ad-hoc") return Math.max(1, residualVariance);
  if (residualVariance < Number.EPSILON)
    throw new EvidenceError("evidence-synthesis-invalid", "test coefficients by hartung-knapp", [
      {
        path: "effects",
        found: "without any spread",
        required: "not all on one line; hartung-knapp-ad-hoc still has a width",
      },
    ]);
  return residualVariance;
}

function statisticsFor(fit: WeightedFit, problem: WeightedProblem, options: ResolvedOptions): FitStatistics {
  const { rows: k, columns: p } = problem.design;
  const isRestricted = options.model === "random" && options.estimator !== "ML" && k > p;
  const kind = isRestricted ? "REML" : "ML";
  const designLogDeterminant = leastSquares(problem.design, problem.effects).logDeterminant;
  const isEstimated = options.model === "random" && options.tauSquared === undefined;
  return fitStatistics(logLikelihood(fit, { kind, designLogDeterminant }), {
    kind,
    observations: isRestricted ? k - p : k,
    parameters: p + (isEstimated ? 1 : 0),
  });
}
