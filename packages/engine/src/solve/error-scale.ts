import type { Tolerance } from "./solution.ts";

/**
 * How large an error counts as one: for state i, relative |y[i]| + absolute (1 + peak[i]), with peak[i] the largest |y[i]| since
 * the start.
 *
 * The peak keeps a state that has decayed to nothing from holding up the rest: below `absolute / relative` of its own peak it is
 * followed in absolute terms. The 1 is one unit of the state, for states that have not been anything but zero yet. The norm is the
 * largest component, not a mean, so a state that nobody looks at cannot dilute the control of the others.
 */
export class ErrorScale {
  /** State with the largest error in the last norm. */
  worst = 0;
  private relative = 0;
  private absolute = 0;
  private readonly peak: Float64Array;

  constructor(size: number) {
    this.peak = new Float64Array(size);
  }

  /** Forgets the past and measures from the given states on. */
  reset(tolerance: Tolerance, y: Float64Array): void {
    this.relative = tolerance.relative;
    this.absolute = tolerance.absolute;
    this.peak.fill(0);
    this.raisePeaks(y);
  }

  raisePeaks(y: Float64Array): void {
    const peak = this.peak;
    for (let i = 0; i < peak.length; i++) {
      const size = Math.abs(y[i]!);
      if (size > peak[i]!) peak[i] = size;
    }
  }

  /** The largest |error[i]| in units of the tolerance around `before` and `after`; NaN as soon as one is NaN. */
  norm(error: Float64Array, before: Float64Array, after: Float64Array): number {
    const { absolute, peak, relative } = this;
    let largest = 0;
    for (let i = 0; i < peak.length; i++) {
      const size = Math.max(Math.abs(before[i]!), Math.abs(after[i]!));
      const ratio = Math.abs(error[i]!) / (relative * size + absolute * (1 + peak[i]!));
      if (ratio <= largest) continue;
      this.worst = i;
      largest = ratio;
      if (!(ratio < Number.POSITIVE_INFINITY)) return Number.NaN;
    }
    return largest;
  }
}
