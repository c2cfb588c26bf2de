import { NumericsError } from "../numerics-error.ts";

/** A monotone tail probability on x > 0 and where to look for the point at which it takes a wanted value. */
export interface TailProblem {
  /** The wanted probability, strictly between 0 and 1. */
  readonly probability: number;
  /** The tail as a function of x > 0. */
  readonly tail: (x: number) => number;
  /** The size of its derivative. */
  readonly density: (x: number) => number;
  /** 1 when the tail grows with x (a lower tail), -1 when it falls (an upper tail). */
  readonly direction: 1 | -1;
  /** A first guess, above 0. */
  readonly start: number;
  /** The end of the support; infinity unless given. */
  readonly end?: number;
}

const SMALLEST_LOG = -745;
const LARGEST_LOG = 709.7;
const STEPS = 300;

/**
 * The x > 0 at which a tail takes the wanted probability.
 * Newton's method for log probability against log x, where tails are close to straight lines, kept inside a shrinking bracket.
 * Relative accuracy of x is that of the tail divided by its slope on this scale.
 * @throws NumericsError `E-NO-CONVERGENCE` when 300 steps do not settle
 */
export function invertTail(problem: TailProblem): number {
  const { probability, tail, density, direction, start, end = Number.POSITIVE_INFINITY } = problem;
  let low = SMALLEST_LOG;
  let high = Math.min(LARGEST_LOG, Math.log(end));
  let logX = Math.min(Math.max(Math.log(start), low), high);
  for (let step = 0; step < STEPS; step++) {
    const x = Math.exp(logX);
    const value = tail(x);
    if (value === probability) return x;
    if (value > probability === (direction === 1)) high = logX;
    else low = logX;
    const slope = (direction * x * density(x)) / value;
    const move = -logRatio(value, probability) / slope;
    if (Math.abs(move) < 1e-11) return Math.min(x * (1 + move), end);
    const next = logX + move;
    if (high - low < 4e-16 * Math.abs(logX)) return x;
    logX = next > low && next < high ? next : (low + high) / 2;
  }
  throw new NumericsError(
    "E-NO-CONVERGENCE",
    `Cannot find the quantile for tail probability ${probability}: no convergence in ${STEPS} steps`,
  );
}

function logRatio(value: number, wanted: number): number {
  const difference = (value - wanted) / wanted;
  return Math.abs(difference) < 0.5 ? Math.log1p(difference) : Math.log(value / wanted);
}
