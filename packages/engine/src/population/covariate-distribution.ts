import { exp, log, normalCdf, normalQuantile } from "@kinetamine/numerics";
import { SimulationError } from "../simulation-error.ts";

/** How a covariate varies between the virtual subjects of a population; every form uses one uniform number per subject. */
export type CovariateDistribution =
  | { readonly distribution: "constant"; readonly value: number }
  | { readonly distribution: "normal"; readonly mean: number; readonly sd: number }
  | {
      /** Normal restricted to an interval; mean and sd are those before the restriction. */
      readonly distribution: "truncnormal";
      readonly mean: number;
      readonly sd: number;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      /** exp of a normal; `cv` is the coefficient of variation before any restriction, so the log has variance ln(1 + cv^2). */
      readonly distribution: "lognormal";
      readonly geomean: number;
      readonly cv: number;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly distribution: "bernoulli"; readonly p: number }
  | { readonly distribution: "uniform"; readonly min: number; readonly max: number };

/**
 * Normal restricted to [low, high], by the inverse distribution function.
 *
 * Works in the lower tail when the interval lies above the mean, because probabilities near 1 have lost their digits.
 */
function truncatedNormal(u: number, { low, high }: { low: number; high: number }): number {
  if (low > 0) return -truncatedNormal(1 - u, { low: -high, high: -low });
  const [below, above] = [normalCdf(low), normalCdf(high)];
  const z = normalQuantile(below + u * (above - below));
  // Rounding of the two probabilities may step over a bound by a unit in the last place.
  return Math.min(high, Math.max(low, z));
}

function lognormal(u: number, d: Extract<CovariateDistribution, { distribution: "lognormal" }>): number {
  const { geomean, cv, min = 0, max = Number.POSITIVE_INFINITY } = d;
  const sigma = Math.sqrt(log(1 + cv * cv));
  if (sigma === 0) return geomean;
  const standardised = (bound: number) => log(bound / geomean) / sigma;
  return geomean * exp(sigma * truncatedNormal(u, { low: standardised(min), high: standardised(max) }));
}

function truncnormal(u: number, d: Extract<CovariateDistribution, { distribution: "truncnormal" }>): number {
  const { mean, sd, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = d;
  if (sd === 0) return mean;
  return mean + sd * truncatedNormal(u, { low: (min - mean) / sd, high: (max - mean) / sd });
}

/**
 * The value of a covariate at a uniform number: the inverse of its distribution function, exact also for restricted forms (no
 * rejection), and increasing in `u`.
 *
 * @param u strictly between 0 and 1
 */
export function covariateQuantile(distribution: CovariateDistribution, u: number): number {
  switch (distribution.distribution) {
    case "constant":
      return distribution.value;
    case "normal":
      return distribution.mean + distribution.sd * normalQuantile(u);
    case "truncnormal":
      return truncnormal(u, distribution);
    case "lognormal":
      return lognormal(u, distribution);
    case "bernoulli":
      return u > 1 - distribution.p ? 1 : 0;
    case "uniform":
      return distribution.min + u * (distribution.max - distribution.min);
  }
}

const isFiniteNumber = (value: number) => Number.isFinite(value);
const isSpread = (value: number) => value >= 0 && Number.isFinite(value);

/** What is wrong with the numbers of a distribution, or undefined. */
function complaint(d: CovariateDistribution): string | undefined {
  switch (d.distribution) {
    case "constant":
      return isFiniteNumber(d.value) ? undefined : `a value of ${d.value}: a finite number needed`;
    case "normal":
    case "truncnormal":
      if (!isFiniteNumber(d.mean)) return `a mean of ${d.mean}: a finite number needed`;
      return isSpread(d.sd) ? undefined : `an sd of ${d.sd}: a finite number of at least 0 needed`;
    case "lognormal":
      if (!(d.geomean > 0 && isFiniteNumber(d.geomean))) return `a geomean of ${d.geomean}: a positive number needed`;
      return isSpread(d.cv) ? undefined : `a cv of ${d.cv}: a finite number of at least 0 needed`;
    case "bernoulli":
      return d.p >= 0 && d.p <= 1 ? undefined : `a p of ${d.p}: a number from 0 to 1 needed`;
    case "uniform":
      return isFiniteNumber(d.min) && isFiniteNumber(d.max)
        ? undefined
        : `bounds ${d.min} and ${d.max}: finite numbers needed`;
  }
}

function boundsComplaint(d: CovariateDistribution): string | undefined {
  if (!("min" in d || "max" in d)) return undefined;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = d as { min?: number; max?: number };
  if (!(min < max)) return `bounds ${min} and ${max}: min below max needed`;
  // The median of an interval that holds no probability, to double precision, falls on its edge.
  const median = covariateQuantile(d, 0.5);
  return median > min && median < max
    ? undefined
    : `bounds ${min} and ${max}: an interval that holds some probability needed`;
}

/**
 * Checks the numbers of a covariate distribution.
 *
 * @param path where it stands, for the message, e.g. `covariates.WT`
 * @throws SimulationError `E-POPULATION`
 */
export function checkDistribution(distribution: CovariateDistribution, path: string): void {
  const found = complaint(distribution) ?? boundsComplaint(distribution);
  if (found !== undefined)
    throw new SimulationError(
      "E-POPULATION",
      path,
      `Cannot draw from a ${distribution.distribution} distribution with ${found}`,
    );
}
