import type { Tolerance } from "./solution.ts";

/**
 * How large an error counts as one: for state i, relative |y[i]| + absolute (1 + peak[i]), with peak[i] the largest |y[i]| since
 * the start. The norm is the root mean square over the states that have ever been different from 0.
 *
 * The peak keeps a state that has decayed to nothing from holding up the rest: below `absolute / relative` of its own peak it is
 * followed in absolute terms. The 1 is one unit of the state, for states that have not been anything but 0 yet. The root mean
 * square makes tolerances mean what they mean in other codes (Hairer and Wanner, Solving Ordinary Differential Equations II,
 * section IV.8; CVODE); leaving out states that were always 0 makes an unused route of administration change no number.
 */
export class ErrorScale {
  /** State with the largest error in the last norm. */
  worst = 0;
  private relative = 0;
  private absolute = 0;
  private active = 0;
  private readonly peak: Float64Array;

  constructor(size: number) {
    this.peak = new Float64Array(size);
  }

  /** Forgets the past and measures from the given states on. */
  reset(tolerance: Tolerance, y: Float64Array): void {
    this.relative = tolerance.relative;
    this.absolute = tolerance.absolute;
    this.active = 0;
    this.peak.fill(0);
    this.raisePeaks(y);
  }

  raisePeaks(y: Float64Array): void {
    const peak = this.peak;
    for (let i = 0; i < peak.length; i++) {
      const size = Math.abs(y[i]!);
      if (!(size > peak[i]!)) continue;
      if (peak[i] === 0) this.active += 1;
      peak[i] = size;
    }
  }

  /** Size of `error` in units of the tolerance around the states `before` and `after`; NaN when one component is not finite. */
  norm(error: Float64Array, before: Float64Array, after: Float64Array): number {
    const { absolute, peak, relative } = this;
    let sum = 0;
    let largest = -1;
    for (let i = 0; i < peak.length; i++) {
      const size = Math.max(Math.abs(before[i]!), Math.abs(after[i]!));
      const ratio = error[i]! / (relative * size + absolute * (1 + peak[i]!));
      const square = ratio * ratio;
      sum += square;
      if (square <= largest) continue;
      largest = square;
      this.worst = i;
      if (!(square < Number.POSITIVE_INFINITY)) return Number.NaN;
    }
    return Math.sqrt(sum / Math.max(1, this.active));
  }
}
