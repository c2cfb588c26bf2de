import { exp } from "./elementary/exp.ts";
import { log } from "./elementary/log.ts";
import { NumericsError } from "./numerics-error.ts";

/** Value of `c[0] + c[1] x + c[2] x^2 + ...`, by Horner's rule. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

// Rational approximations of Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969)
// 631-637, doi:10.1090/S0025-5718-1969-0247736-4, in the arrangement of his ANORM (ACM Algorithm 715, 1993). Constant term first.
const centreNumerator = [
  18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837, 0.06568233791820745,
];
const centreDenominator = [45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1];
const middleNumerator = [
  9842.714838383978, 11602.65143764735, 6848.190450536283, 2494.5375852903726, 597.2702763948002, 93.50665613217785,
  8.883149794388377, 0.39894151208813466, 1.0765576773720192e-8,
];
const middleDenominator = [
  19685.429676859992, 38912.00328609327, 34900.95272114598, 18615.571640885097, 6485.558298266761, 1519.3775994075547,
  235.387901782625, 22.266688044328117, 1,
];
const tailNumerator = [
  0.000029112874951168793, 0.0014216191932278934, 0.022235277870649807, 0.12740116116024736, 0.215898534057957,
  0.023073441764940174,
];
const tailDenominator = [
  0.00007297515550839662, 0.0037823963320275824, 0.06598813786892856, 0.4682382124808651, 1.284260096144911, 1,
];
const inverseSqrtTwoPi = 0.3989422804014327;
const centreLimit = 0.66291;
const tailLimit = Math.sqrt(32);
// P(Z > 39) is below the smallest double.
const underflowLimit = 39;

/** exp(-x^2 / 2) without the rounding error of x^2: x is split at sixteenths, whose squares are exact. */
function gaussian(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (x - coarse) * (x + coarse));
}

/** P(Z > x) for x above the central interval. */
function upperTail(x: number): number {
  if (x > underflowLimit) return 0;
  if (x <= tailLimit) return (gaussian(x) * polynomial(middleNumerator, x)) / polynomial(middleDenominator, x);
  const inverseSquare = 1 / (x * x);
  const correction =
    (inverseSquare * polynomial(tailNumerator, inverseSquare)) / polynomial(tailDenominator, inverseSquare);
  return (gaussian(x) * (inverseSqrtTwoPi - correction)) / x;
}

/**
 * Standard normal distribution function, P(Z <= x).
 *
 * Accurate to about 1e-15 relative in both tails down to the smallest normal double (x = -37.5); for an upper tail take
 * `normalCdf(-x)` rather than `1 - normalCdf(x)`.
 *
 * @param x any number; NaN gives NaN
 */
export function normalCdf(x: number): number {
  if (Math.abs(x) <= centreLimit) {
    return 0.5 + (x * polynomial(centreNumerator, x * x)) / polynomial(centreDenominator, x * x);
  }
  return x > 0 ? 1 - upperTail(x) : upperTail(-x);
}

// Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Appl. Statist. 37 (1988) 477-484,
// doi:10.2307/2347330, routine PPND16. Constant term first, shortest decimals that round to the published doubles.
const quantileCentreNumerator = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const quantileCentreDenominator = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const quantileMiddleNumerator = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const quantileMiddleDenominator = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const quantileTailNumerator = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const quantileTailDenominator = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * Standard normal quantile: the x with P(Z <= x) = p.
 *
 * AS 241 (PPND16), about 1e-15 relative for p from 1e-316 to 1 - 1e-16; 0 gives -Infinity and 1 gives Infinity.
 *
 * @param p probability, from 0 to 1
 * @throws NumericsError `E-PROBABILITY` outside that range
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw new NumericsError(
      "E-PROBABILITY",
      `Cannot take the normal quantile of ${p}: a probability must be from 0 to 1`,
    );
  }
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(quantileCentreNumerator, r)) / polynomial(quantileCentreDenominator, r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-log(tail));
  const magnitude =
    r <= 5
      ? polynomial(quantileMiddleNumerator, r - 1.6) / polynomial(quantileMiddleDenominator, r - 1.6)
      : polynomial(quantileTailNumerator, r - 5) / polynomial(quantileTailDenominator, r - 5);
  return q < 0 ? -magnitude : magnitude;
}
