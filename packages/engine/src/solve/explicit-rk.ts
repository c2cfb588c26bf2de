import { accumulate } from "./accumulate.ts";
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
  private readonly weights: Float64Array;

  constructor(tableau: ExplicitTableau, context: { system: OdeSystem; scale: ErrorScale }) {
    const { size } = context.system;
    this.name = tableau.name;
    this.errorOrder = tableau.errorOrder;
    this.tableau = tableau;
    this.system = context.system;
    this.scale = context.scale;
    this.stages = tableau.c.map(() => new Float64Array(size));
    this.weights = new Float64Array(tableau.c.length);
    this.candidate = new Float64Array(size);
    this.from = new Float64Array(size);
    this.error = new Float64Array(size);
  }

  prepare(t: number, y: Float64Array, continues: boolean): void {
    this.t = t;
    this.from.set(y);
    if (continues) this.stages[0]!.set(this.stages[this.stages.length - 1]!);
    else this.system.derivative(t, y, this.stages[0]!);
  }

  attempt(h: number): number {
    const { candidate, error, from, stages, system, tableau } = this;
    this.h = h;
    for (let s = 1; s < stages.length; s++) {
      candidate.set(from);
      this.addStages(candidate, tableau.a[s]!);
      system.derivative(this.t + tableau.c[s]! * h, candidate, stages[s]!);
    }
    // The last row of a is b, so the point of the last evaluation is the result.
    error.fill(0);
    this.addStages(error, tableau.error);
    return this.scale.norm(error, from, candidate);
  }

  interpolate(x: number, out: Float64Array): void {
    out.set(this.from);
    const { weights, tableau } = this;
    for (let s = 0; s < weights.length; s++) {
      const polynomial = tableau.dense[s]!;
      let weight = 0;
      for (let p = polynomial.length - 1; p >= 0; p--) weight = x * (polynomial[p]! + weight);
      weights[s] = this.h * weight;
    }
    accumulate(out, this.stages, weights, 0, weights.length);
  }

  /** out += h sum of row k. */
  private addStages(out: Float64Array, row: readonly number[]): void {
    const { h, stages, weights } = this;
    for (let j = 0; j < row.length; j++) weights[j] = h * row[j]!;
    accumulate(out, stages, weights, 0, row.length);
  }
}
