import { pow } from "@kinetamine/numerics";
import type { SparsePattern } from "../compile/sparse-pattern.ts";
import type { ErrorScale } from "./error-scale.ts";
import type { OdeSystem } from "./ode-system.ts";

// Beyond this multiple of its own time scale a motion below the tolerance may still turn into something.
const longestInTimeScales = 10;

/** Chooses the first step after the start or a discontinuity. */
export class InitialStep {
  private readonly system: OdeSystem;
  private readonly scale: ErrorScale;
  private readonly pattern: SparsePattern;
  private readonly slope: Float64Array;
  private readonly bend: Float64Array;
  private readonly jacobian: Float64Array;

  constructor(context: { system: OdeSystem; scale: ErrorScale; pattern: SparsePattern }) {
    this.system = context.system;
    this.scale = context.scale;
    this.pattern = context.pattern;
    this.slope = new Float64Array(context.system.size);
    this.bend = new Float64Array(context.system.size);
    this.jacobian = new Float64Array(context.pattern.column.length);
  }

  /**
   * A first step size for a method whose error estimate shrinks with the power `errorOrder` of it [h].
   *
   * The exact second derivative y'' = J f + df/dt gives the time scale T = |y'| / |y''| on which the solution bends; over T the
   * states move by D = T |y'| tolerances, and an error of D (h/T)^order reaches one tolerance at h = T D^(-1/order). Unlike the usual
   * rule of thumb this does not change with the unit of time, and it sees stiff transients, which y' alone does not.
   *
   * @returns a positive number, infinite when nothing moves, NaN when a derivative is not finite
   */
  choose(t: number, y: Float64Array, errorOrder: number): number {
    this.system.derivative(t, y, this.slope);
    this.system.jacobian(t, y, this.jacobian);
    this.system.timeDerivative(t, y, this.bend);
    this.addJacobianTimesSlope();
    const speed = this.scale.norm(this.slope, y, y);
    const curvature = this.scale.norm(this.bend, y, y);
    if (Number.isNaN(speed) || Number.isNaN(curvature)) return Number.NaN;
    if (curvature === 0) return Number.POSITIVE_INFINITY;
    // Nothing moves yet, but it is about to: |y''| h^2 / 2 reaches one tolerance.
    if (speed === 0) return Math.sqrt(2 / curvature);
    const timeScale = speed / curvature;
    return timeScale * Math.min(longestInTimeScales, pow(timeScale * speed, -1 / errorOrder));
  }

  private addJacobianTimesSlope(): void {
    const { bend, jacobian, slope } = this;
    const { column, rowStart } = this.pattern;
    for (let i = 0; i < bend.length; i++) {
      let sum = bend[i]!;
      for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++) sum += jacobian[p]! * slope[column[p]!]!;
      bend[i] = sum;
    }
  }
}
