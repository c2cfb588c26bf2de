/**
 * Powers from IEEE arithmetic alone, for the same bits on every engine (see exp.ts).
 *
 * x^y = exp(y log x) with log x carried as an unevaluated sum of two doubles, because an error in the exponent
 * is multiplied by its size. Exact products by Dekker's splitting (Numer. Math. 18, 224, 1971).
 */
import { elementaryCoefficients } from "./coefficients.ts";
import { expOfSum } from "./exp.ts";
import { splitBinary } from "./log.ts";

const { ln2High, ln2Low, splitter, hugeExponent } = elementaryCoefficients;
const [a1, a2, a3, a4, a5, a6, a7, a8, a9] = elementaryCoefficients.atanh;

/** a*b - product exactly, for |a|, |b| below 1e300. */
function productError(a: number, b: number, product: number): number {
  const aBig = a * splitter;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = b * splitter;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** 2 atanh(s) - 2 s as a series in s^2, for |s| <= 0.1716: s^3 (2/3 + 2/5 z + 2/7 z^2 ...). */
function atanhTail(s: number): number {
  const z = s * s;
  const series = a1 + z * (a2 + z * (a3 + z * (a4 + z * (a5 + z * (a6 + z * (a7 + z * (a8 + z * a9)))))));
  return s * z * series;
}

/** y log(x) as high + low, for positive finite x. */
function scaledLog(x: number, y: number): { readonly high: number; readonly low: number } {
  const { exponent, fraction } = splitBinary(x);
  const numerator = fraction - 1;
  const denominator = fraction + 1;
  const denominatorError = fraction - (denominator - 1);
  const s = numerator / denominator;
  const product = s * denominator;
  const remainder = numerator - product - productError(s, denominator, product) - s * denominatorError;
  const sLow = remainder / denominator;
  const tail = 2 * sLow + atanhTail(s) + exponent * ln2Low;
  const big = exponent * ln2High;
  const twice = 2 * s;
  const sum = big + twice;
  const sumError = Math.abs(big) > Math.abs(twice) ? twice - (sum - big) : big - (sum - twice);
  const logHigh = sum + (tail + sumError);
  const logLow = sum - logHigh + (tail + sumError);
  const high = logHigh * y;
  return { high, low: productError(logHigh, y, high) + logLow * y };
}

function isOddInteger(y: number): boolean {
  return Math.abs(y) < 2 ** 53 && y % 2 !== 0 && Number.isInteger(y);
}

/** Results fixed by IEEE 754 and ECMAScript without computing: bases 0 and Infinity, exponents 0, infinite or NaN. */
function specialPower(x: number, y: number): number | undefined {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = Math.abs(x);
  if (Math.abs(y) > hugeExponent) {
    if (size === 1) return Number.isFinite(y) ? 1 : Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const isNegative = (x < 0 || Object.is(x, -0)) && isOddInteger(y);
  if (size === 0 || size === Number.POSITIVE_INFINITY) {
    const magnitude = (size === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    return isNegative ? -magnitude : magnitude;
  }
  if (x < 0 && !Number.isInteger(y)) return Number.NaN;
  return undefined;
}

/**
 * x^y within 1 ulp for results between 1e-30 and 1e30 and within 4 ulp for every normal result; special values as in ECMAScript.
 *
 * @param x base [1]
 * @param y exponent [1]
 * @returns x^y [1]; NaN for a negative base with a fractional exponent
 */
export function pow(x: number, y: number): number {
  const special = specialPower(x, y);
  if (special !== undefined) return special;
  const { high, low } = scaledLog(Math.abs(x), y);
  const size = expOfSum(high, low);
  return x < 0 && isOddInteger(y) ? -size : size;
}
