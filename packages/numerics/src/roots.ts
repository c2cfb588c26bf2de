import { NumericsError } from "./numerics-error.ts";

/** Where and how closely `brent` searches. */
export interface BrentOptions {
  readonly low: number;
  readonly high: number;
  /** Half-width of the final bracket, besides 4 units in the last place of the root; default 1e-12. */
  readonly tolerance?: number;
  /** Default 200; a bracket of any width needs at most about 60 bisections for 1e-12 relative. */
  readonly maxIterations?: number;
}

interface Bracket {
  /** Best point so far. */
  b: number;
  fb: number;
  /** The point with opposite sign. */
  c: number;
  fc: number;
  /** Previous best point. */
  a: number;
  fa: number;
}

/** Step from the best point by inverse quadratic or linear interpolation, as numerator and positive denominator. */
function interpolationStep(s: Readonly<Bracket>, middle: number): { p: number; q: number } {
  const ratio = s.fb / s.fa;
  if (s.a === s.c) return positiveDenominator(2 * middle * ratio, 1 - ratio);
  const u = s.fa / s.fc;
  const v = s.fb / s.fc;
  return positiveDenominator(
    ratio * (2 * middle * u * (u - v) - (s.b - s.a) * (v - 1)),
    (u - 1) * (v - 1) * (ratio - 1),
  );
}

function positiveDenominator(p: number, q: number): { p: number; q: number } {
  return p > 0 ? { p, q: -q } : { p: -p, q };
}

/** Exchanges the points so that b has the smaller function value; the sign change stays between b and c. */
function putBestAtB(s: Bracket): void {
  if (Math.abs(s.fc) >= Math.abs(s.fb)) return;
  [s.a, s.b, s.c] = [s.b, s.c, s.b];
  [s.fa, s.fb, s.fc] = [s.fb, s.fc, s.fb];
}

function openBracket(f: (x: number) => number, { low, high }: BrentOptions): Bracket {
  const [fLow, fHigh] = [f(low), f(high)];
  const opposite = (fLow <= 0 && fHigh >= 0) || (fLow >= 0 && fHigh <= 0);
  if (!opposite) {
    throw new NumericsError(
      "E-NO-BRACKET",
      `Cannot find a root between ${low} and ${high}: the function is ${fLow} and ${fHigh} there, opposite signs needed`,
    );
  }
  return { a: low, fa: fLow, b: high, fb: fHigh, c: low, fc: fLow };
}

/**
 * Root of a continuous function in a bracket, by Brent's method (Algorithms for Minimization without Derivatives, 1973,
 * chapter 4, routine zero): inverse quadratic interpolation, guarded by bisection.
 *
 * @returns an x within the tolerance of a sign change of `f`
 * @throws NumericsError `E-NO-BRACKET` when `f` has the same sign (or NaN) at both ends, `E-NO-CONVERGENCE` after `maxIterations`
 */
export function brent(f: (x: number) => number, options: BrentOptions): number {
  const { tolerance = 1e-12, maxIterations = 200 } = options;
  const s = openBracket(f, options);
  let step = s.b - s.a;
  let stepBefore = step;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (s.fb > 0 === s.fc > 0) {
      // The sign change lies between the last two points, so interpolation starts afresh from them.
      s.c = s.a;
      s.fc = s.fa;
      stepBefore = step = s.b - s.a;
    }
    putBestAtB(s);
    const smallest = 2 * Number.EPSILON * Math.abs(s.b) + tolerance / 2;
    const middle = (s.c - s.b) / 2;
    if (Math.abs(middle) <= smallest || s.fb === 0) return s.b;
    const { p, q } = Math.abs(s.fa) > Math.abs(s.fb) ? interpolationStep(s, middle) : { p: 1, q: 0 };
    const accept =
      Math.abs(stepBefore) >= smallest &&
      2 * p < Math.min(3 * middle * q - Math.abs(smallest * q), Math.abs(stepBefore * q));
    stepBefore = accept ? step : middle;
    step = accept ? p / q : middle;
    s.a = s.b;
    s.fa = s.fb;
    s.b += Math.abs(step) > smallest ? step : Math.sign(middle) * smallest;
    s.fb = f(s.b);
  }
  throw new NumericsError(
    "E-NO-CONVERGENCE",
    `Cannot find the root within ${maxIterations} iterations: ${s.b} is the best point, f is ${s.fb} there`,
  );
}
