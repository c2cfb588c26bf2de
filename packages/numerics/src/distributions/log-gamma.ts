import { NumericsError } from "../numerics-error.ts";
import { stirlingSeries } from "./stirling-series.ts";

const EULER = 0.5772156649015329;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Riemann zeta(n) - 1 for n = 2, 3, ...; the terms beyond the last are below 1e-17 for |z| <= 1/2. */
const ZETA_MINUS_ONE: readonly number[] = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10, 4.656629065033784e-10,
  2.3283118336765053e-10, 1.164155017270052e-10, 5.820772087902701e-11, 2.9103850444971e-11,
];

/** The Taylor series of log Gamma(2 + z) for |z| <= 1/2 (Abramowitz & Stegun 1964, 6.1.33); exact zero at z = 0. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let n = ZETA_MINUS_ONE.length + 1; n >= 2; n--)
    sum = (((n % 2 === 0 ? 1 : -1) * ZETA_MINUS_ONE[n - 2]!) / n + sum) * z;
  return z * (1 - EULER + sum);
}

/**
 * The logarithm of Gamma(1 + z), which keeps its relative accuracy as z goes to 0 where Gamma(1 + z) goes to 1.
 * @param z above -1
 */
export function logGammaOnePlus(z: number): number {
  return Math.abs(z) <= 0.5 ? logGammaNearTwo(z) - Math.log1p(z) : logGamma(1 + z);
}

/**
 * The logarithm of the gamma function.
 * Relative error below 1e-14 for all positive arguments, also beside the zeros at 1 and 2.
 * @param x above 0
 * @returns log Gamma(x)
 * @throws NumericsError `E-PARAMETER` when x is not above 0
 * Source: Taylor and Stirling series, Abramowitz & Stegun 1964, 6.1.33 and 6.1.41.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new NumericsError("E-PARAMETER", `Cannot take log gamma of ${x}: the argument must be above 0`);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  let product = 1;
  let reduced = x;
  while (reduced > 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return Math.log(product) + logGammaNearTwo(reduced - 2);
}

/**
 * log Gamma(b + a) - log Gamma(b) without the cancellation of two large logarithms; the absolute error is near 1e-18 for small a.
 * @param a above 0
 * @param b above 0
 * Source: Stirling's series after raising both arguments by recurrence (DiDonato & Morris 1992, ACM TOMS 18:360-373, section 8).
 */
export function logGammaRise(a: number, b: number): number {
  let base = b;
  let correction = 0;
  while (base < 10) {
    correction += Math.log1p(a / base);
    base += 1;
  }
  const stirling = (base - 0.5) * Math.log1p(a / base) + a * Math.log(a + base) - a;
  return stirling + (stirlingSeries(a + base) - stirlingSeries(base)) - correction;
}
