import type { CompiledModel } from "../compile/compiled-model.ts";
import type { Kernel } from "../compile/kernel.ts";
import { addScaled } from "./accumulate.ts";

/**
 * What a stepper integrates: a model for one individual, plus the infusions now running.
 *
 * Infusions enter as constant rates between events, so they change neither the Jacobian nor the explicit time derivative.
 */
export class OdeSystem {
  readonly size: number;
  readonly isAutonomous: boolean;
  readonly kernel: Kernel;
  /** What the kernel made of the individual's inputs. */
  readonly individual: Float64Array;
  /** Sum of the running infusions into each state [state unit per h]. */
  readonly rates: Float64Array;
  /** False promises that all rates are 0. */
  infusing = false;
  /** Number of derivative evaluations since it was last set to 0. */
  evaluations = 0;

  constructor(compiled: CompiledModel) {
    this.size = compiled.states.length;
    this.isAutonomous = compiled.isAutonomous;
    this.kernel = compiled.createKernel();
    this.individual = new Float64Array(this.kernel.individualCount);
    this.rates = new Float64Array(this.size);
  }

  /** Writes dy/dt, infusions included, into `out` [state unit per h]. */
  derivative(t: number, y: Float64Array, out: Float64Array): void {
    this.evaluations += 1;
    this.kernel.derivative(t, y, this.individual, out);
    if (this.infusing) addScaled(out, this.rates, 1);
  }

  /** Writes the Jacobian in pattern order into `out`. */
  jacobian(t: number, y: Float64Array, out: Float64Array): void {
    this.kernel.jacobian(t, y, this.individual, out);
  }

  /** Writes the explicit time derivative of dy/dt into `out`; zeros for an autonomous model. */
  timeDerivative(t: number, y: Float64Array, out: Float64Array): void {
    if (this.isAutonomous) out.fill(0);
    else this.kernel.timeDerivative(t, y, this.individual, out);
  }
}
