import { pow } from "@kinetamine/numerics";

// The error to aim at, as a fraction of the tolerance: close enough to 1 to waste little, far enough that a solution
// which becomes slightly harder from step to step is not rejected every time.
const aim = 0.7;
// h is multiplied by (aim / error)^(1/k - 3/4 memory) (errorBefore / aim)^memory with k the order of the estimate: Gustafsson,
// ACM Trans. Math. Softw. 17 (1991) 533-554, doi:10.1145/210232.210242, with the weak memory of Hairer and Wanner, Solving
// Ordinary Differential Equations II, section IV.2. A stronger memory suits explicit methods at their stability limit, but
// settles far below the tolerance where the steps of a decaying solution should grow.
const memory = 0.04;
const largestGrowth = 6;
const largestShrinkage = 0.2;
// After a stage that was not finite there is no estimate to go by.
const blindShrinkage = 0.1;
// An error of exactly 0 (nothing moves) must neither divide nor let the memory term explode.
const smallestError = 1e-4;

/**
 * PI controller of the step size: aims at a fixed error per step, and uses the error of the step before to damp the see-saw that
 * a pure integral controller can fall into on stiff problems.
 */
export class StepSizeController {
  private readonly order: number;
  private errorBefore = aim;
  private rejectedBefore = false;

  /** @param order power of the step size that the error estimate shrinks with */
  constructor(order: number) {
    this.order = order;
  }

  /** Forgets the last steps, as after a discontinuity. */
  restart(): void {
    this.errorBefore = aim;
    this.rejectedBefore = false;
  }

  /** The next step size after a step of `h` that was accepted with this error (at most 1). */
  afterAccepted(h: number, error: number): number {
    const measured = Math.max(error, smallestError);
    const wanted = pow(aim / measured, 1 / this.order - 0.75 * memory) * pow(this.errorBefore / aim, memory);
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
    return h * Math.max(largestShrinkage, pow(aim / error, 1 / this.order));
  }
}
