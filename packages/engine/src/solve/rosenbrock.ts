import type { SparsePattern } from "../compile/sparse-pattern.ts";
import { accumulate, addScaled } from "./accumulate.ts";
import { planElimination } from "./elimination-plan.ts";
import type { ErrorScale } from "./error-scale.ts";
import type { OdeSystem } from "./ode-system.ts";
import { SparseLu } from "./sparse-lu.ts";
import type { Stepper } from "./stepper.ts";
import type { RosenbrockTableau } from "./tableau.ts";

const typed = (rows: readonly (readonly number[])[]) => rows.map((row) => Float64Array.from(row));

/** First column of each row of `a` that is not merely a repetition of the row before: a stage's point may continue the one before. */
function firstNewColumns(a: RosenbrockTableau["a"]): number[] {
  return a.map((row, s) => {
    const before = a[s - 1];
    return before && s > 1 && before.every((value, j) => value === row[j]) ? s - 1 : 0;
  });
}

/** One stepper for every Rosenbrock tableau: linearly implicit, for stiff problems; one sparse factorisation per attempt. */
export class RosenbrockStepper implements Stepper {
  readonly name: string;
  readonly errorOrder: number;
  readonly candidate: Float64Array;
  private readonly tableau: RosenbrockTableau;
  private readonly a: readonly Float64Array[];
  private readonly firstNew: readonly number[];
  private readonly dense: readonly Float64Array[];
  /** Rows of C divided by the step size of the attempt. */
  private readonly coupling: readonly Float64Array[];
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
  /** Vectors of the dense output of the last attempt, made when first asked for. */
  private readonly bends: readonly Float64Array[];
  private bendsAreCurrent = false;

  constructor(tableau: RosenbrockTableau, context: { system: OdeSystem; scale: ErrorScale; pattern: SparsePattern }) {
    const vector = () => new Float64Array(context.system.size);
    this.name = tableau.name;
    this.errorOrder = tableau.errorOrder;
    this.tableau = tableau;
    this.a = typed(tableau.a);
    this.firstNew = firstNewColumns(tableau.a);
    this.dense = typed(tableau.dense);
    this.coupling = typed(tableau.C);
    this.system = context.system;
    this.scale = context.scale;
    this.lu = new SparseLu(planElimination(context.pattern));
    this.jacobian = new Float64Array(context.pattern.column.length);
    this.stages = tableau.c.map(vector);
    this.bends = tableau.dense.map(vector);
    this.candidate = vector();
    this.from = vector();
    this.slope = vector();
    this.timeSlope = vector();
    this.trial = vector();
  }

  prepare(t: number, y: Float64Array): void {
    this.t = t;
    this.from.set(y);
    this.system.derivative(t, y, this.slope);
    this.system.jacobian(t, y, this.jacobian);
    if (!this.system.isAutonomous) this.system.timeDerivative(t, y, this.timeSlope);
  }

  attempt(h: number): number {
    this.bendsAreCurrent = false;
    if (!this.lu.factorise(this.jacobian, 1 / (this.tableau.gamma * h))) return Number.NaN;
    this.scaleCoupling(h);
    const stageCount = this.stages.length;
    for (let s = 0; s < stageCount; s++) this.computeStage(s, h);
    // Stiffly accurate: the last stage starts from the embedded solution, and its increment is both correction and error.
    const last = this.stages[stageCount - 1]!;
    this.candidate.set(this.trial);
    addScaled(this.candidate, last, 1);
    return this.scale.norm(last, this.from, this.candidate);
  }

  private scaleCoupling(h: number): void {
    const { C } = this.tableau;
    for (let s = 1; s < C.length; s++) {
      const row = this.coupling[s]!;
      for (let j = 0; j < s; j++) row[j] = C[s]![j]! / h;
    }
  }

  /** Solves for stage s: W k = f(t + c h, u) + (1/h) sum C k + d h df/dt. Leaves u in `trial`. */
  private computeStage(s: number, h: number): void {
    const { stages, system, trial } = this;
    const stage = stages[s]!;
    const firstNew = this.firstNew[s]!;
    if (firstNew === 0) trial.set(this.from);
    if (s === 0) stage.set(this.slope);
    else {
      accumulate(trial, stages, this.a[s]!, firstNew, s);
      system.derivative(this.t + this.tableau.c[s]! * h, trial, stage);
      accumulate(stage, stages, this.coupling[s]!, 0, s);
    }
    const weight = this.tableau.d[s]!;
    if (!system.isAutonomous && weight !== 0) addScaled(stage, this.timeSlope, weight * h);
    this.lu.solve(stage);
  }

  interpolate(x: number, out: Float64Array): void {
    if (!this.bendsAreCurrent) this.makeBends();
    const { bends, candidate, from } = this;
    for (let i = 0; i < out.length; i++) {
      let inner = 0;
      for (let l = bends.length - 1; l >= 0; l--) inner = bends[l]![i]! + x * inner;
      out[i] = (1 - x) * from[i]! + x * (candidate[i]! + (1 - x) * inner);
    }
  }

  private makeBends(): void {
    for (let l = 0; l < this.bends.length; l++) {
      const bend = this.bends[l]!;
      bend.fill(0);
      accumulate(bend, this.stages, this.dense[l]!, 0, this.stages.length);
    }
    this.bendsAreCurrent = true;
  }
}
