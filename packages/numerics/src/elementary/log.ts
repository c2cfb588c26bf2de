/**
 * The natural logarithm from IEEE arithmetic alone, for the same bits on every engine (see exp.ts).
 *
 * x = 2^k m with m in [sqrt(1/2), sqrt(2)); log(m) from s = (m - 1)/(m + 1) and a polynomial in s^2.
 */
import { elementaryCoefficients } from "./coefficients.ts";
import { highWord, withHighWord } from "./double-bits.ts";

const { ln2High, ln2Low, smallestNormal, lift, sqrtHalfWord, oneWord } = elementaryCoefficients;
const [g1, g2, g3, g4, g5, g6, g7] = elementaryCoefficients.log;

/** x as 2^exponent times fraction, fraction in [sqrt(1/2), sqrt(2)), both exact; x positive and finite. */
export function splitBinary(x: number): { readonly exponent: number; readonly fraction: number } {
  const isSubnormal = x < smallestNormal;
  const normal = isSubnormal ? x * lift : x;
  const word = highWord(normal) + (oneWord - sqrtHalfWord);
  const exponent = (word >>> 20) - 1023 - (isSubnormal ? 54 : 0);
  return { exponent, fraction: withHighWord(normal, (word & 0x000fffff) + sqrtHalfWord) };
}

/** log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)): the polynomial R, with z = s^2. */
function logPolynomial(z: number): number {
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
