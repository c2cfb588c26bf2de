import { pow } from "@kinetamine/numerics";

// Gustafsson, ACM Trans. Math. Softw. 17 (1991) 533-554, doi:10.1145/210232.210242, gains as in Hairer and Wanner,
// Solving Ordinary Differential Equations II, section IV.2: the integral and proportional exponents times the order of the estimate.
const integralGain = 0.7;
const proportionalGain = 0.4;
const safety = 0.9;
const largestGrowth = 6;
const largestShrinkage = 0.2;
// After a stage that was not finite there is no estimate to go by.
const blindShrinkage = 0.1;
// An error of exactly 0 (nothing moves) must neither divide nor let the memory term explode.
const smallestError = 1e-4;

/**
 * PI controller of the step size: aims at an error of one tolerance per step, and uses the error of the step before to damp the
 * see-saw that a pure integral controller falls into on stiff problems.
 */
export class StepSizeController {
  private readonly order: number;
  private errorBefore = 1;
  private rejectedBefore = false;

  /** @param order power of the step size that the error estimate shrinks with */
  constructor(order: number) {
    this.order = order;
  }

  /** Forgets the last steps, as after a discontinuity. */
  restart(): void {
    this.errorBefore = 1;
    this.rejectedBefore = false;
  }

  /** The next step size after a step of `h` that was accepted with this error (at most 1). */
  afterAccepted(h: number, error: number): number {
    const measured = Math.max(error, smallestError);
    const wanted =
      safety * pow(measured, -integralGain / this.order) * pow(this.errorBefore, proportionalGain / this.order);
    // Growing straight after a rejection invites the next one.
    const limit = this.rejectedBefore ? 1 : largestGrowth;
    this.errorBefore = measured;
    this.rejectedBefore = false;
    return h * Math.min(limit, Math.max(largestShrinkage, wanted));
  }

  /** The step size to try instead of `h`, whose error was above 1 or NaN. */
  afterRejected(h: number, error: number): number {
    this.rejectedBefore = true;
    if (!(error < Number.POSITIVE_INFINITY)) return h * blindShrinkage;
    return h * Math.max(largestShrinkage, safety * pow(error, -1 / this.order));
  }
}
