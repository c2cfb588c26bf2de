import type { SparsePattern } from "../compile/sparse-pattern.ts";
import { planElimination } from "./elimination-plan.ts";
import type { ErrorScale } from "./error-scale.ts";
import type { OdeSystem } from "./ode-system.ts";
import { SparseLu } from "./sparse-lu.ts";
import type { Stepper } from "./stepper.ts";
import type { RosenbrockTableau } from "./tableau.ts";

const vectors = (count: number, size: number) => Array.from({ length: count }, () => new Float64Array(size));

/** One stepper for every Rosenbrock tableau: linearly implicit, for stiff problems; one sparse factorisation per attempt. */
export class RosenbrockStepper implements Stepper {
  readonly name: string;
  readonly errorOrder: number;
  readonly candidate: Float64Array;
  private readonly tableau: RosenbrockTableau;
  private readonly system: OdeSystem;
  private readonly scale: ErrorScale;
  private readonly lu: SparseLu;
  private t = 0;
  private readonly from: Float64Array;
  private readonly slope: Float64Array;
  private readonly timeSlope: Float64Array;
  private readonly jacobian: Float64Array;
  private readonly stages: readonly Float64Array[];
  private readonly trial: Float64Array;
  /** Coefficients of the dense output of the last attempt, made when first asked for. */
  private readonly dense: readonly Float64Array[];
  private denseIsCurrent = false;

  constructor(tableau: RosenbrockTableau, context: { system: OdeSystem; scale: ErrorScale; pattern: SparsePattern }) {
    const { size } = context.system;
    this.name = tableau.name;
    this.errorOrder = tableau.errorOrder;
    this.tableau = tableau;
    this.system = context.system;
    this.scale = context.scale;
    this.lu = new SparseLu(planElimination(context.pattern));
    this.jacobian = new Float64Array(context.pattern.column.length);
    this.stages = vectors(tableau.c.length, size);
    this.dense = vectors(tableau.dense.length, size);
    [this.candidate, this.from, this.slope, this.timeSlope, this.trial] = vectors(5, size) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
  }

  prepare(t: number, y: Float64Array): void {
    this.t = t;
    this.from.set(y);
    this.system.derivative(t, y, this.slope);
    this.system.jacobian(t, y, this.jacobian);
    if (!this.system.isAutonomous) this.system.timeDerivative(t, y, this.timeSlope);
  }

  attempt(h: number): number {
    this.denseIsCurrent = false;
    if (!this.lu.factorise(this.jacobian, 1 / (this.tableau.gamma * h))) return Number.NaN;
    const stageCount = this.stages.length;
    for (let s = 0; s < stageCount; s++) this.computeStage(s, h);
    // Stiffly accurate: the last stage is evaluated at the embedded solution, and its increment is both correction and error.
    const last = this.stages[stageCount - 1]!;
    const { candidate, trial } = this;
    for (let i = 0; i < candidate.length; i++) candidate[i] = trial[i]! + last[i]!;
    return this.scale.norm(last, this.from, candidate);
  }

  /** Solves for stage s: W k = f(t + c h, u) + (1/h) sum C k + d h df/dt. Leaves u in `trial`. */
  private computeStage(s: number, h: number): void {
    const { tableau, timeSlope } = this;
    const stage = this.stages[s]!;
    if (s === 0) {
      this.trial.set(this.from);
      stage.set(this.slope);
    } else {
      this.combineInto(s);
      this.system.derivative(this.t + tableau.c[s]! * h, this.trial, stage);
      this.addCoupling(s, h);
    }
    const weight = tableau.d[s]! * h;
    if (!this.system.isAutonomous && weight !== 0) {
      for (let i = 0; i < stage.length; i++) stage[i]! += weight * timeSlope[i]!;
    }
    this.lu.solve(stage);
  }

  /** trial = from + sum over earlier stages of a k. */
  private combineInto(s: number): void {
    const { from, stages, trial } = this;
    const a = this.tableau.a[s]!;
    trial.set(from);
    for (let j = 0; j < s; j++) {
      const weight = a[j]!;
      const k = stages[j]!;
      for (let i = 0; i < trial.length; i++) trial[i]! += weight * k[i]!;
    }
  }

  /** Adds (1/h) sum over earlier stages of C k to stage s. */
  private addCoupling(s: number, h: number): void {
    const stage = this.stages[s]!;
    const row = this.tableau.C[s]!;
    for (let j = 0; j < s; j++) {
      const weight = row[j]! / h;
      const k = this.stages[j]!;
      for (let i = 0; i < stage.length; i++) stage[i]! += weight * k[i]!;
    }
  }

  interpolate(x: number, out: Float64Array): void {
    if (!this.denseIsCurrent) this.makeDense();
    const { candidate, from, dense } = this;
    for (let i = 0; i < out.length; i++) {
      let inner = 0;
      for (let l = dense.length - 1; l >= 0; l--) inner = dense[l]![i]! + x * inner;
      out[i] = (1 - x) * from[i]! + x * (candidate[i]! + (1 - x) * inner);
    }
  }

  private makeDense(): void {
    for (const [l, coefficients] of this.tableau.dense.entries()) {
      const vector = this.dense[l]!;
      vector.fill(0);
      for (const [s, weight] of coefficients.entries()) {
        const k = this.stages[s]!;
        for (let i = 0; i < vector.length; i++) vector[i]! += weight * k[i]!;
      }
    }
    this.denseIsCurrent = true;
  }
}
