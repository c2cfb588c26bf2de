import { chiSquared } from "@kinetamine/numerics";
import { EvidenceError } from "../../checks/evidence-error.ts";
import { requireEffects, type StudyEffect } from "../effect-sizes/study-effect.ts";
import { leastSquares } from "../least-squares/least-squares.ts";
import type { Matrix } from "../least-squares/matrix.ts";
import { buildDesign, type Moderator, type RegressionDesign } from "../meta-regression/regression-design.ts";
import {
  type Coefficient,
  type OmnibusTest,
  standardErrorAt,
  testCoefficient,
  testTogether,
} from "../pooling/coefficient.ts";
import { type FitStatistics, fitStatistics } from "../pooling/fit-statistics.ts";
import { independentBlocks } from "./blocks.ts";
import { estimateVariances } from "./estimate-variances.ts";
import { type Level, requireLevels } from "./level.ts";
import { splitHeterogeneity } from "./multilevel-heterogeneity.ts";
import { samplingCovariance } from "./sampling-covariance.ts";
import type { LikelihoodKind } from "./variance-likelihood.ts";
import type { VarianceProblem, WhitenedModel } from "./whitened-model.ts";

/** Effects that are not independent, and how they hang together. */
export interface MultilevelData {
  readonly effects: readonly StudyEffect[];
  /** Outermost first, e.g. study, then effect within study; each adds a random intercept. */
  readonly levels: readonly Level[];
  /** Of the sampling errors, n x n; independent unless given (see `samplingCovariance`). */
  readonly covariance?: Matrix;
  readonly moderators?: readonly Moderator[];
}

/** Choices of a multilevel model. */
export interface MultilevelOptions {
  /** Default `REML`. */
  readonly estimator?: LikelihoodKind;
  /** `wald` (normal) or `t` on n - p degrees of freedom; default `t`. For few studies use `robustInference` on the result. */
  readonly inference?: "wald" | "t";
  readonly level?: number;
  /** Variances taken as known, by the name of their level. */
  readonly variances?: Readonly<Record<string, number>>;
}

/** A fitted multilevel model. */
export interface MultilevelFit {
  readonly data: MultilevelData;
  readonly design: RegressionDesign;
  readonly options: Required<Omit<MultilevelOptions, "variances">> & Pick<MultilevelOptions, "variances">;
  readonly coefficients: readonly Coefficient[];
  /** Of the coefficients, p x p. */
  readonly covariance: Matrix;
  /** One for each level: the variance it adds, how many groups it has, and its share of the total variance [%]. */
  readonly variances: readonly {
    readonly level: string;
    readonly estimate: number;
    readonly groups: number;
    readonly iSquared: number;
  }[];
  readonly heterogeneity: {
    readonly q: number;
    readonly degreesOfFreedom: number;
    readonly pValue: number;
    /** All levels together [%]. */
    readonly iSquared: number;
  };
  readonly statistics: FitStatistics;
  /** Present with moderators. */
  readonly omnibus?: OmnibusTest;
  /** What the fit was computed from, for robust inference and profiles. */
  readonly problem: VarianceProblem;
  readonly model: WhitenedModel;
}

/**
 * Pools effects of which several come from one study: random intercepts for nested (or crossed) levels, by restricted or full maximum
 * likelihood. Assumes the sampling covariances are known and that effects of one level are exchangeable.
 * @throws EvidenceError `evidence-synthesis-invalid`, or `evidence-synthesis-no-convergence`
 * Source: Konstantopoulos 2011, Res Synth Methods 2:61-76; Cheung 2014, Psychol Methods 19:211-229; as `rma.mv` of metafor.
 */
export function fitMultilevel(data: MultilevelData, options: MultilevelOptions = {}): MultilevelFit {
  const { effects, levels, moderators = [] } = data;
  const { estimator = "REML", inference = "t", level = 0.95, variances } = options;
  const design = buildDesign(effects.length, moderators);
  requireEffects(effects, { attempted: "fit a multilevel model", atLeast: design.matrix.columns + 1 });
  requireLevels(levels, effects.length);
  const problem = problemFrom(data, design);
  const designLogDeterminant = leastSquares(design.matrix, problem.effects).logDeterminant;
  const point = estimateVariances(problem, {
    kind: estimator,
    designLogDeterminant,
    fixed: fixedVariances(levels, variances),
  });
  const { model, logLikelihood } = point;
  const [n, p] = [effects.length, design.matrix.columns];
  const degreesOfFreedom = inference === "t" ? n - p : undefined;
  return {
    data,
    design,
    options: { estimator, inference, level, ...(variances === undefined ? {} : { variances }) },
    coefficients: design.names.map((name, j) =>
      testCoefficient(
        { name, estimate: model.coefficients[j]!, standardError: standardErrorAt(model.covariance, j) },
        { level, degreesOfFreedom },
      ),
    ),
    covariance: model.covariance,
    ...heterogeneityOf({ problem, levels, estimates: point.variances }),
    statistics: fitStatistics(logLikelihood, {
      kind: estimator,
      observations: estimator === "REML" ? n - p : n,
      parameters: p + levels.length - Object.keys(variances ?? {}).length,
    }),
    ...(moderators.length === 0 ? {} : { omnibus: testModerators(design, model, degreesOfFreedom) }),
    problem,
    model,
  };
}

function problemFrom({ effects, levels, covariance }: MultilevelData, design: RegressionDesign): VarianceProblem {
  const labels = effects.map((_, index) => `${index}`);
  const sampling = covariance ?? samplingCovariance(effects, { groups: labels, correlation: 0 });
  if (sampling.rows !== effects.length || sampling.columns !== effects.length)
    throw new EvidenceError("evidence-synthesis-invalid", "fit a multilevel model", [
      {
        path: "covariance",
        found: `${sampling.rows} x ${sampling.columns}`,
        required: `${effects.length} x ${effects.length}`,
      },
    ]);
  const groups = levels.map((level) => level.groups);
  return {
    effects: Float64Array.from(effects, ({ effect }) => effect),
    design: design.matrix,
    blocks: independentBlocks(sampling, groups),
    levels: groups,
  };
}

function fixedVariances(
  levels: readonly Level[],
  variances: MultilevelOptions["variances"],
): readonly (number | undefined)[] {
  for (const [name, value] of Object.entries(variances ?? {}))
    if (!levels.some((level) => level.name === name) || !(value >= 0))
      throw new EvidenceError("evidence-synthesis-invalid", "fit a multilevel model", [
        { path: `variances.${name}`, found: `${value}`, required: "0 or more, for a level of the model" },
      ]);
  return levels.map(({ name }) => variances?.[name]);
}

function heterogeneityOf(given: {
  readonly problem: VarianceProblem;
  readonly levels: readonly Level[];
  readonly estimates: readonly number[];
}): Pick<MultilevelFit, "variances" | "heterogeneity"> {
  const { problem, levels, estimates } = given;
  const { q, total, shares } = splitHeterogeneity(problem, estimates);
  const degreesOfFreedom = problem.design.rows - problem.design.columns;
  return {
    variances: levels.map((level, index) => ({
      level: level.name,
      estimate: estimates[index]!,
      groups: new Set(level.groups).size,
      iSquared: shares[index]!,
    })),
    heterogeneity: { q, degreesOfFreedom, pValue: chiSquared(degreesOfFreedom).upperTail(q), iSquared: total },
  };
}

function testModerators(design: RegressionDesign, model: WhitenedModel, denominator: number | undefined): OmnibusTest {
  return testTogether({
    names: design.names,
    estimates: model.coefficients,
    covariance: model.covariance,
    tested: design.names.map((_, j) => j).slice(1),
    denominatorDegreesOfFreedom: denominator,
  });
}
