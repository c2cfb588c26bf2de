import { cholesky, NumericsError } from "@kinetamine/numerics";
import { SimulationError } from "../simulation-error.ts";
import { type CovariateDistribution, checkDistribution } from "./covariate-distribution.ts";
import { drawIndex } from "./random-purpose.ts";

/**
 * Random effects between subjects: eta ~ N(0, covariance). What an eta does (exp, logit, nothing) is written in the model.
 */
export interface Variability {
  readonly etas: readonly string[];
  /** Symmetric, in the order of `etas`; an eta with variance 0 is always 0. */
  readonly covariance: readonly (readonly number[])[];
}

/** Who may be drawn: covariates are independent of each other and of the random effects. */
export interface PopulationDescription {
  readonly covariates: Readonly<Record<string, CovariateDistribution>>;
  readonly variability: Variability;
}

/** A population that has been checked and can be drawn from. */
export interface Population extends PopulationDescription {
  /** Etas that vary, and the lower Cholesky factor of their covariance, row-major. */
  readonly varying: readonly string[];
  readonly factor: Float64Array;
}

function requireDistinctDraws(names: readonly string[], path: string): void {
  const seen = new Map<number, string>();
  for (const name of names) {
    const other = seen.get(drawIndex(name));
    if (other !== undefined) {
      throw new SimulationError(
        "E-POPULATION",
        path,
        `Cannot tell the draws of "${other}" and "${name}" apart: different names needed, or one of them changed`,
      );
    }
    seen.set(drawIndex(name), name);
  }
}

function requireShape({ etas, covariance }: Variability): void {
  if (covariance.length === etas.length && covariance.every((row) => row.length === etas.length)) return;
  const shape = `${covariance.length} rows of ${covariance.map((row) => row.length).join(", ")}`;
  throw new SimulationError(
    "E-POPULATION",
    "variability.covariance",
    `Cannot use a covariance of ${shape}: ${etas.length} x ${etas.length} needed`,
  );
}

/** Positions of the etas that vary; one with variance 0 must not covary. */
function varyingPositions({ etas, covariance }: Variability): number[] {
  return [...etas.keys()].filter((i) => {
    if (covariance[i]![i] !== 0) return true;
    if (covariance[i]!.some((value) => value !== 0)) {
      throw new SimulationError(
        "E-POPULATION",
        `variability.covariance[${i}]`,
        `Cannot let "${etas[i]}" covary with variance 0: a positive variance needed`,
      );
    }
    return false;
  });
}

/**
 * Checks a population and prepares it for drawing.
 *
 * @throws SimulationError `E-POPULATION` naming the covariate, or the pivot at which the covariance is not positive definite
 */
export function definePopulation(description: PopulationDescription): Population {
  const { covariates, variability } = description;
  for (const [name, distribution] of Object.entries(covariates)) checkDistribution(distribution, `covariates.${name}`);
  requireDistinctDraws(Object.keys(covariates), "covariates");
  requireDistinctDraws(variability.etas, "variability.etas");
  requireShape(variability);
  const positions = varyingPositions(variability);
  const block = Float64Array.from(positions.flatMap((i) => positions.map((j) => variability.covariance[i]![j]!)));
  try {
    const varying = positions.map((i) => variability.etas[i]!);
    return { covariates, variability, varying, factor: cholesky(block, positions.length) };
  } catch (error) {
    if (!(error instanceof NumericsError)) throw error;
    throw new SimulationError("E-POPULATION", "variability.covariance", error.message);
  }
}
