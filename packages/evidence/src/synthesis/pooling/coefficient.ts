import { chiSquared, fDistribution, normalCdf, studentT } from "@kinetamine/numerics";
import { criticalValue } from "../effect-sizes/reported-estimate.ts";
import { at, dot, type Matrix, submatrix } from "../least-squares/matrix.ts";
import { solveSymmetric } from "../least-squares/solve-symmetric.ts";

/** Two ends. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** One estimated coefficient with its test against 0. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  /** Estimate over standard error. */
  readonly statistic: number;
  /** Of Student's t; absent when the statistic is referred to the normal distribution. */
  readonly degreesOfFreedom?: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly interval: Interval;
}

/** Tests a coefficient and puts an interval around it. */
export function testCoefficient(
  { name, estimate, standardError }: Pick<Coefficient, "name" | "estimate" | "standardError">,
  { level, degreesOfFreedom }: { readonly level: number; readonly degreesOfFreedom?: number | undefined },
): Coefficient {
  const statistic = estimate / standardError;
  const size = Math.abs(statistic);
  const reference = degreesOfFreedom === undefined ? "normal" : { degreesOfFreedom };
  const pValue = degreesOfFreedom === undefined ? 2 * normalCdf(-size) : 2 * studentT(degreesOfFreedom).upperTail(size);
  const reach = criticalValue(1 - level, reference) * standardError;
  return {
    name,
    estimate,
    standardError,
    statistic,
    ...(degreesOfFreedom === undefined ? {} : { degreesOfFreedom }),
    pValue,
    interval: { low: estimate - reach, high: estimate + reach },
  };
}

/** A test that several coefficients are all 0. */
export interface OmnibusTest {
  /** Names of the coefficients tested. */
  readonly coefficients: readonly string[];
  /** Chi-squared, or F when there are denominator degrees of freedom. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly denominatorDegreesOfFreedom?: number;
  readonly pValue: number;
}

/** Coefficients with their covariance, of which some are tested together. */
export interface OmnibusProblem {
  readonly names: readonly string[];
  readonly estimates: Float64Array;
  readonly covariance: Matrix;
  /** Which are tested, counted from 0. */
  readonly tested: readonly number[];
  readonly denominatorDegreesOfFreedom?: number | undefined;
}

/** Wald-type test that the chosen coefficients are all 0. */
export function testTogether(problem: OmnibusProblem): OmnibusTest {
  const { names, estimates, covariance, tested, denominatorDegreesOfFreedom: denominator } = problem;
  const chosen = Float64Array.from(tested, (index) => estimates[index]!);
  const quadratic = dot(chosen, solveSymmetric(submatrix(covariance, { rows: tested, columns: tested }), chosen));
  const m = tested.length;
  const coefficients = tested.map((index) => names[index]!);
  if (denominator === undefined)
    return { coefficients, statistic: quadratic, degreesOfFreedom: m, pValue: chiSquared(m).upperTail(quadratic) };
  const statistic = quadratic / m;
  return {
    coefficients,
    statistic,
    degreesOfFreedom: m,
    denominatorDegreesOfFreedom: denominator,
    pValue: fDistribution({ numerator: m, denominator }).upperTail(statistic),
  };
}

/** The standard error of coefficient j. */
export function standardErrorAt(covariance: Matrix, j: number): number {
  return Math.sqrt(at(covariance, j, j));
}
