import type { ErrorScale } from "./error-scale.ts";
import type { InitialStep } from "./initial-step.ts";
import type { SolveStatus } from "./solution.ts";
import { StepSizeController } from "./step-size.ts";
import type { Stepper } from "./stepper.ts";

// Below this magnitude (far less than one molecule in any unit) a state is set to 0: its products with other states would
// be denormal numbers, on which processors are a hundred times slower.
const negligible = 1e-140;
// A step below this fraction of the time itself (of 1 h near the start) is lost in the rounding of a few additions.
const smallestStep = 1e-14;
// Steps within this of the limit are stretched to it, so that no sliver is left over.
const stretch = 1 + 1e-6;

/**
 * Takes accepted steps one at a time, choosing their size; knows nothing of doses or outputs.
 *
 * Between two disturbances the sequence of steps depends on the states and the next limit only, never on what is looked at.
 */
export class Integrator {
  /** Time reached [h]. */
  t = 0;
  /** Start of the last accepted step [h]. */
  tBefore = 0;
  /** States at `t`; owned here, changed from outside only at events. */
  readonly y: Float64Array;
  accepted = 0;
  rejected = 0;
  private readonly stepper: Stepper;
  private readonly scale: ErrorScale;
  private readonly initialStep: InitialStep;
  private readonly controller: StepSizeController;
  /** Step size wanted next, before it is cut to a limit; 0 when it must be chosen afresh. */
  private wanted = 0;
  private continues = false;

  constructor(context: { stepper: Stepper; scale: ErrorScale; initialStep: InitialStep }) {
    this.y = new Float64Array(context.stepper.candidate.length);
    this.stepper = context.stepper;
    this.scale = context.scale;
    this.initialStep = context.initialStep;
    this.controller = new StepSizeController(context.stepper.errorOrder);
  }

  /** Starts counting steps from time `t` with the states in `y`. */
  begin(t: number): void {
    this.t = t;
    this.tBefore = t;
    this.accepted = 0;
    this.rejected = 0;
    this.disturb();
  }

  /** Goes to another time and other states without a step; the count of steps goes on. */
  relocate(t: number, states: Float64Array): void {
    this.t = t;
    this.tBefore = t;
    this.y.set(states);
    this.disturb();
  }

  /** Tells that states, rates or inputs have changed at `t`: the next step must not rely on the past. */
  disturb(): void {
    this.wanted = 0;
    this.continues = false;
    this.scale.raisePeaks(this.y);
    this.controller.restart();
  }

  /**
   * Takes one accepted step, never past `limit`, and exactly onto it when it comes within reach.
   *
   * @param limit next time at which something happens, > t, or infinite [h]
   * @param maxSteps bound on attempted steps since `begin`
   */
  step(limit: number, maxSteps: number): SolveStatus {
    this.stepper.prepare(this.t, this.y, this.continues);
    if (this.wanted === 0) this.wanted = this.initialStep.choose(this.t, this.y, this.stepper.errorOrder);
    // Nothing moves and nothing is due: any step will do.
    if (this.wanted === Number.POSITIVE_INFINITY) this.wanted = Number.isFinite(limit) ? limit - this.t : 1;
    for (;;) {
      if (this.accepted + this.rejected >= maxSteps) return "max-steps";
      const h = this.cut(limit);
      if (!(h > smallestStep * Math.max(1, Math.abs(this.t)))) return Number.isNaN(h) ? "not-finite" : this.tooSmall();
      const error = this.stepper.attempt(h);
      if (error <= 1) {
        this.accept(h, error, limit);
        return "ok";
      }
      this.rejected += 1;
      this.lastErrorWasFinite = error < Number.POSITIVE_INFINITY;
      this.wanted = this.controller.afterRejected(h, error);
    }
  }

  private lastErrorWasFinite = true;

  private tooSmall(): SolveStatus {
    return this.lastErrorWasFinite ? "step-too-small" : "not-finite";
  }

  /** The wanted step, cut to land on the limit, or halved so that two equal steps land on it. */
  private cut(limit: number): number {
    const remaining = limit - this.t;
    if (this.wanted * stretch >= remaining) return remaining;
    return 2 * this.wanted > remaining ? remaining / 2 : this.wanted;
  }

  private accept(h: number, error: number, limit: number): void {
    this.accepted += 1;
    this.tBefore = this.t;
    this.t = h === limit - this.t ? limit : this.t + h;
    // A step that was cut short says nothing against the size that was wanted.
    if (h >= this.wanted) this.wanted = this.controller.afterAccepted(h, error);
    const { candidate } = this.stepper;
    for (let i = 0; i < candidate.length; i++) {
      const value = candidate[i]!;
      this.y[i] = Math.abs(value) < negligible ? 0 : value;
    }
    this.scale.raisePeaks(this.y);
    this.continues = true;
  }
}
