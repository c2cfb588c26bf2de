import { requireAll } from "../effect-sizes/require-value.ts";
import type { StudyEffect } from "../effect-sizes/study-effect.ts";
import { dot, multiplyVector } from "../least-squares/matrix.ts";
import { type Coefficient, type OmnibusTest, testCoefficient, testTogether } from "../pooling/coefficient.ts";
import { fitMixedEffects, type MixedEffectsFit } from "../pooling/fit-mixed-effects.ts";
import type { PoolingOptions } from "../pooling/options.ts";
import { poolEffects } from "../pooling/pool-effects.ts";
import { buildDesign, type Moderator } from "./regression-design.ts";

/** A mixed-effects meta-regression. */
export interface MetaRegression extends MixedEffectsFit {
  /** That no moderator matters. */
  readonly omnibus: OmnibusTest;
  /** That one moderator does not matter, all its categories together; one test each, in the order of the moderators. */
  readonly moderatorTests: readonly { readonly moderator: string; readonly test: OmnibusTest }[];
  /** Share of the between-study variance the moderators account for [%]; absent without any to account for. */
  readonly rSquared?: number;
}

/**
 * Regresses study effects on study characteristics, with a between-study variance for what they leave.
 * An association across studies is not an effect within them (ecological bias), and with fewer than ten studies a moderator it
 * mostly finds chance (Cochrane Handbook 6.5, section 10.11.5.1).
 * @param data effects and moderators, values in the order of the effects
 * @param options as of `poolEffects`
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Berkey et al. 1995, Stat Med 14:395-411; Knapp & Hartung 2003, Stat Med 22:2693-2710; R squared Raudenbush 2009.
 */
export function metaRegression(
  { effects, moderators }: { readonly effects: readonly StudyEffect[]; readonly moderators: readonly Moderator[] },
  options: PoolingOptions = {},
): MetaRegression {
  requireAll("fit a meta-regression", [[moderators.length > 0, "moderators", "none", "at least one"]]);
  const design = buildDesign(effects.length, moderators);
  const fit = fitMixedEffects({ effects, design }, options);
  const test = (tested: readonly number[]) => testColumns(fit, tested);
  const rSquared = rSquaredOf(fit, options);
  return {
    ...fit,
    omnibus: test(design.names.map((_, j) => j).slice(1)),
    moderatorTests: moderators.map(({ name }) => ({ moderator: name, test: test(design.columnsOf.get(name)!) })),
    ...(rSquared === undefined ? {} : { rSquared }),
  };
}

function testColumns(fit: MixedEffectsFit, tested: readonly number[]): OmnibusTest {
  const { coefficients, covariance, options, effects } = fit;
  return testTogether({
    names: coefficients.map(({ name }) => name),
    estimates: Float64Array.from(coefficients, ({ estimate }) => estimate),
    covariance,
    tested,
    denominatorDegreesOfFreedom: options.inference === "wald" ? undefined : effects.length - coefficients.length,
  });
}

/** (tau squared without moderators - with) / without, never below 0. */
function rSquaredOf(fit: MixedEffectsFit, options: PoolingOptions): number | undefined {
  if (fit.tauSquared === undefined || fit.options.tauSquared !== undefined) return undefined;
  const without = poolEffects(fit.effects, { ...options, inference: "wald" }).tauSquared!.estimate;
  return without > 0 ? Math.max(0, (100 * (without - fit.tauSquared.estimate)) / without) : undefined;
}

/**
 * The mean effect at given moderator values, with its interval.
 * @param fit the meta-regression
 * @param row the design row: 1 for the intercept, then the values in the order of `fit.design.names`
 * @returns a coefficient named `prediction`; for a new study's own effect see `predictionInterval`
 * @throws EvidenceError `evidence-synthesis-invalid` when the row has the wrong length
 */
export function predictMean(fit: MixedEffectsFit, row: readonly number[]): Coefficient {
  requireAll("predict a mean effect", [
    [row.length === fit.coefficients.length, "row", `${row.length} values`, `${fit.coefficients.length} values`],
  ]);
  const x = Float64Array.from(row);
  const estimate = dot(
    x,
    Float64Array.from(fit.coefficients, (coefficient) => coefficient.estimate),
  );
  const standardError = Math.sqrt(dot(x, multiplyVector(fit.covariance, x)));
  return testCoefficient(
    { name: "prediction", estimate, standardError },
    {
      level: fit.options.level,
      degreesOfFreedom: fit.options.inference === "wald" ? undefined : fit.effects.length - fit.coefficients.length,
    },
  );
}
