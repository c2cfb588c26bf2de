import type { ErrorScale } from "./error-scale.ts";
import type { OdeSystem } from "./ode-system.ts";
import type { Stepper } from "./stepper.ts";
import type { ExplicitTableau } from "./tableau.ts";

/** One stepper for every explicit tableau whose last stage is the first of the next step; for problems that are not stiff. */
export class ExplicitStepper implements Stepper {
  readonly name: string;
  readonly errorOrder: number;
  readonly candidate: Float64Array;
  private readonly tableau: ExplicitTableau;
  private readonly system: OdeSystem;
  private readonly scale: ErrorScale;
  private t = 0;
  private h = 0;
  private readonly from: Float64Array;
  private readonly stages: readonly Float64Array[];
  private readonly error: Float64Array;

  constructor(tableau: ExplicitTableau, context: { system: OdeSystem; scale: ErrorScale }) {
    const { size } = context.system;
    this.name = tableau.name;
    this.errorOrder = tableau.errorOrder;
    this.tableau = tableau;
    this.system = context.system;
    this.scale = context.scale;
    this.stages = tableau.c.map(() => new Float64Array(size));
    this.candidate = new Float64Array(size);
    this.from = new Float64Array(size);
    this.error = new Float64Array(size);
  }

  prepare(t: number, y: Float64Array, continues: boolean): void {
    this.t = t;
    this.from.set(y);
    if (continues) this.stages[0]!.set(this.stages.at(-1)!);
    else this.system.derivative(t, y, this.stages[0]!);
  }

  attempt(h: number): number {
    const { candidate, error, from, stages, system, tableau } = this;
    this.h = h;
    for (let s = 1; s < stages.length; s++) {
      candidate.set(from);
      this.addStages(tableau.a[s]!, candidate);
      system.derivative(this.t + tableau.c[s]! * h, candidate, stages[s]!);
    }
    // The last row of a is b, so the point of the last evaluation is the result.
    error.fill(0);
    this.addStages(tableau.error, error);
    return this.scale.norm(error, from, candidate);
  }

  interpolate(x: number, out: Float64Array): void {
    out.set(this.from);
    for (const [s, polynomial] of this.tableau.dense.entries()) {
      let weight = 0;
      for (let p = polynomial.length - 1; p >= 0; p--) weight = x * (polynomial[p]! + weight);
      this.addStage(s, weight, out);
    }
  }

  /** out += h sum of weights k. */
  private addStages(weights: readonly number[], out: Float64Array): void {
    for (let s = 0; s < weights.length; s++) this.addStage(s, weights[s]!, out);
  }

  private addStage(s: number, weight: number, out: Float64Array): void {
    if (weight === 0) return;
    const k = this.stages[s]!;
    const scaled = this.h * weight;
    for (let i = 0; i < out.length; i++) out[i]! += scaled * k[i]!;
  }
}
