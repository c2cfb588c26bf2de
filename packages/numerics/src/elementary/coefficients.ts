/**
 * Numbers behind exp, log and pow, in one place because the functions here and their WebAssembly twins must agree to
 * the last bit. Reductions and polynomials: fdlibm 5.3, e_exp.c and e_log.c (Sun Microsystems 1993).
 */
export const elementaryCoefficients = {
  inverseLn2: Math.LOG2E,
  /** Upper part of ln 2 with 21 trailing zero bits: a whole number up to 2^20 times it is exact. */
  ln2High: 0.6931471803691238,
  ln2Low: 1.9082149292705877e-10,
  /** exp(r), even powers of r from r^2 on. */
  exp: [
    0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6, 4.1381367970572385e-8,
  ],
  /** log(m), even powers of s = (m - 1)/(m + 1) from s^2 on. */
  log: [
    0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
    0.15313837699209373, 0.14798198605116586,
  ],
  /** 2 atanh(s)/s - 2, even powers of s from s^2 on: the plain series, because |s| <= 0.1716. */
  atanh: [2 / 3, 2 / 5, 2 / 7, 2 / 9, 2 / 11, 2 / 13, 2 / 15, 2 / 17, 2 / 19],
  /** Adding and subtracting 1.5 * 2^52 rounds to the nearest integer in IEEE arithmetic. */
  roundingShift: 6755399441055744,
  /** Beyond these exp is infinite or zero whatever the digits. */
  expLargest: 710,
  expSmallest: -746,
  smallestNormal: 2.2250738585072014e-308,
  /** 2^54 lifts a subnormal into the normal range. */
  lift: 18014398509481984,
  /** Upper 32 bits of sqrt(1/2), the lower end of the range of a fraction, and of 1. */
  sqrtHalfWord: 0x3fe6a09e,
  oneWord: 0x3ff00000,
  /** 2^27 + 1 cuts a double into halves whose products are exact. */
  splitter: 134217729,
  /** Exponents beyond this give 0, 1 or Infinity for every base but 1, and would overflow the splitting. */
  hugeExponent: 1e300,
} as const;
