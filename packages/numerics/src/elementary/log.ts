/**
 * The natural logarithm from IEEE arithmetic alone, for the same bits on every engine (see exp.ts).
 *
 * x = 2^k m with m in [sqrt(1/2), sqrt(2)); log(m) from s = (m - 1)/(m + 1) and a polynomial in s^2.
 * Coefficients: fdlibm 5.3, e_log.c (Sun Microsystems 1993).
 */
import { highWord, withHighWord } from "./double-bits.ts";

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const g1 = 0.6666666666666735;
const g2 = 0.3999999999940942;
const g3 = 0.2857142874366239;
const g4 = 0.22222198432149784;
const g5 = 0.1818357216161805;
const g6 = 0.15313837699209373;
const g7 = 0.14798198605116586;
const smallestNormal = 2.2250738585072014e-308;
/** 2^54 lifts a subnormal into the normal range. */
const lift = 18014398509481984;
/** Upper word of sqrt(1/2), the lower end of the range of m. */
const sqrtHalfWord = 0x3fe6a09e;
const oneWord = 0x3ff00000;

/** x as 2^exponent times fraction, fraction in [sqrt(1/2), sqrt(2)), both exact; x positive and finite. */
export function splitBinary(x: number): { readonly exponent: number; readonly fraction: number } {
  const isSubnormal = x < smallestNormal;
  const normal = isSubnormal ? x * lift : x;
  const word = highWord(normal) + (oneWord - sqrtHalfWord);
  const exponent = (word >>> 20) - 1023 - (isSubnormal ? 54 : 0);
  return { exponent, fraction: withHighWord(normal, (word & 0x000fffff) + sqrtHalfWord) };
}

/** log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)): the polynomial R, with z = s^2. */
export function logPolynomial(z: number): number {
  const w = z * z;
  return w * (g2 + w * (g4 + w * g6)) + z * (g1 + w * (g3 + w * (g5 + w * g7)));
}

/**
 * log(x) within 1 ulp (measured 0.67 ulp over the oracle), for every double.
 *
 * @param x argument [1]
 * @returns natural logarithm [1]; -Infinity at 0, NaN below 0 and for NaN
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const { exponent, fraction } = splitBinary(x);
  const f = fraction - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const r = logPolynomial(s * s);
  return s * (halfSquare + r) + exponent * ln2Low - halfSquare + f + exponent * ln2High;
}

/** log10(x) = log(x)/ln(10), within 2 ulp away from 1. */
export function log10(x: number): number {
  return log(x) * Math.LOG10E;
}
