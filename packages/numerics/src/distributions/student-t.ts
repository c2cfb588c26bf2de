import type { Distribution } from "./distribution.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { invertTail } from "./invert-tail.ts";
import { logGammaOnePlus, logGammaRise } from "./log-gamma.ts";
import { requireNumber, requirePositive, requireProbability } from "./require-domain.ts";
import { binomialKernel } from "./saddle-point.ts";

/** Beyond this the square of t leaves the range where 1 + df / t^2 differs from 1. */
const FAR = 1e140;

/**
 * Student's t distribution.
 * Tails and quantiles have relative error below 1e-12 for degrees of freedom from 0.1 to 1e6.
 * @param degreesOfFreedom above 0, not necessarily whole
 * @throws NumericsError `E-PARAMETER` when the degrees of freedom are not finite and above 0
 * Source: Abramowitz & Stegun 1964, 26.7.1.
 */
export function studentT(degreesOfFreedom: number): Distribution {
  requirePositive(degreesOfFreedom, "degrees of freedom");
  const density = (t: number) => studentDensity(degreesOfFreedom, t);
  /** P(T > t) for t >= 0. */
  const outer = (t: number) => absoluteTails(degreesOfFreedom, t).upper / 2;
  const upperTail = (t: number): number => {
    requireNumber(t);
    return t >= 0 ? outer(t) : 0.5 + absoluteTails(degreesOfFreedom, t).lower / 2;
  };
  const upperQuantile = (probability: number): number => {
    requireProbability(probability);
    return probability <= 0.5
      ? upperPoint(degreesOfFreedom, probability)
      : -upperPoint(degreesOfFreedom, 1 - probability);
  };
  return {
    density,
    cdf: (t) => upperTail(-t),
    upperTail,
    quantile: (probability) => (probability === 0.5 ? 0 : -upperQuantile(probability)),
    upperQuantile,
  };
}

/** P(|T| <= t) and P(|T| > t). */
function absoluteTails(df: number, t: number) {
  if (Math.abs(t) > FAR) return { lower: 1, upper: farTail(df, t) };
  const square = t * t;
  const total = df + square;
  return incompleteBeta({ a: 0.5, b: df / 2 }, { x: square / total, y: df / total });
}

/** P(|T| > t) where t^2 would overflow; the leading term of the series in df / t^2 is exact there. */
function farTail(df: number, t: number): number {
  const half = df / 2;
  return Math.exp(half * Math.log(df) - df * Math.log(Math.abs(t)) + logGammaRise(half, 0.5) - logGammaOnePlus(half));
}

function studentDensity(df: number, t: number): number {
  requireNumber(t);
  if (Math.abs(t) > FAR) return (farTail(df, t) / Math.abs(t)) * (df / 2);
  const square = t * t;
  const total = df + square;
  // The F density of t^2 on 1 and df, times |t|, written so that it stays finite at t = 0.
  const kernel = binomialKernel({ successes: df / 2, failures: 0.5, p: df / total, q: square / total });
  return t === 0 ? peakDensity(df) : (kernel * df) / (2 * (df + 1) * Math.abs(t));
}

/** Gamma((df + 1) / 2) / (Gamma(df / 2) sqrt(pi df)) */
function peakDensity(df: number): number {
  return Math.exp(logGammaRise(0.5, df / 2)) / Math.sqrt(Math.PI * df);
}

/** The t >= 0 with P(T > t) = probability, for probability <= 1/2. */
function upperPoint(df: number, probability: number): number {
  if (probability === 0) return Number.POSITIVE_INFINITY;
  if (probability === 0.5) return 0;
  // Near the centre the middle probability 1 - 2p is exact and keeps the digits of a small t.
  const central = probability > 0.25;
  return invertTail({
    probability: central ? 1 - 2 * probability : 2 * probability,
    tail: (t) => (central ? absoluteTails(df, t).lower : absoluteTails(df, t).upper),
    density: (t) => 2 * studentDensity(df, t),
    direction: central ? 1 : -1,
    start: 1,
  });
}
