import type { RandomKey } from "@kinetamine/numerics";
import type { CompiledModel } from "../compile/compiled-model.ts";
import type { Regimen } from "../dosing/regimen.ts";
import type { SolveFailure, SolveStatus, Tolerance } from "../solve/solution.ts";
import { createSolver, type Method, type Solver } from "../solve/solver.ts";
import { assembleInputs } from "./assemble-inputs.ts";
import { drawSubject, type VirtualSubject } from "./draw-subject.ts";
import type { Population } from "./population.ts";

/** What is to be simulated for each subject. */
export interface SimulationPlan {
  readonly model: CompiledModel;
  /** Values of the model's parameters by name, the same for everybody. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly population: Population;
  readonly key: RandomKey;
  /** Doses for a subject, e.g. by weight [times in h, amounts in the unit of the state]. */
  readonly dosesFor: (subject: VirtualSubject) => Regimen;
  /** [h] */
  readonly outputTimes: ArrayLike<number>;
  readonly tolerance?: Tolerance;
  readonly maxSteps?: number;
  readonly method?: Method;
}

/** One subject's course. A failed course is NaN throughout, so that no half of it can slip into a summary. */
export interface Course {
  readonly subject: VirtualSubject;
  readonly status: SolveStatus;
  readonly failure?: SolveFailure;
  /** Output times x outputs, row-major, each in its own unit. */
  readonly values: Float64Array;
  /** Accepted steps. */
  readonly steps: number;
}

/** Courses of several subjects in one block. */
export interface Courses {
  /** Subjects x output times x outputs, row-major, in the order asked for. */
  readonly values: Float64Array;
  readonly subjects: readonly VirtualSubject[];
  readonly statuses: readonly SolveStatus[];
  readonly failures: readonly (SolveFailure & { readonly subject: number; readonly status: SolveStatus })[];
  readonly steps: number;
}

/** Simulates subjects one after another with one workspace. */
export interface Simulator {
  /** Draws subject number `subject` and simulates it. */
  simulate(subject: number): Course;
  /** Simulates somebody who was not drawn, e.g. the typical subject. */
  simulateSubject(subject: VirtualSubject): Course;
}

class PlanSimulator implements Simulator {
  private readonly plan: SimulationPlan;
  private readonly solver: Solver;

  constructor(plan: SimulationPlan) {
    this.plan = plan;
    this.solver = createSolver(plan.model, plan.method === undefined ? {} : { method: plan.method });
  }

  simulate(subject: number): Course {
    return this.simulateSubject(drawSubject(this.plan.key, subject, this.plan.population));
  }

  simulateSubject(subject: VirtualSubject): Course {
    const { model, parameters, dosesFor, outputTimes, tolerance, maxSteps } = this.plan;
    const { status, failure, outputs, steps } = this.solver.solve({
      inputs: assembleInputs(model, { parameters, covariates: subject.covariates, etas: subject.etas }),
      doses: dosesFor(subject),
      outputTimes,
      ...(tolerance && { tolerance }),
      ...(maxSteps !== undefined && { maxSteps }),
    });
    if (status !== "ok") outputs.fill(Number.NaN);
    return { subject, status, ...(failure && { failure }), values: outputs, steps };
  }
}

/** Makes a simulator for a plan; the model's workspace is built once. Not for concurrent use. */
export function createSimulator(plan: SimulationPlan): Simulator {
  return new PlanSimulator(plan);
}

/** Simulates one subject of a plan; see `createSimulator` for many. */
export function simulateSubject(plan: SimulationPlan, subject: number): Course {
  return createSimulator(plan).simulate(subject);
}

/**
 * Simulates the given subjects of a plan into one block.
 *
 * Each subject's numbers depend on the plan and the subject alone: any subset, in any order, on any number of workers gives the
 * same. A subject that fails is NaN throughout, is listed in `failures`, and stops nobody else. For more subjects than fit in
 * memory take a simulator and reduce its courses one by one.
 *
 * @param subjects numbers in the population
 */
export function simulateSubjects(plan: SimulationPlan, subjects: readonly number[]): Courses {
  const simulator = createSimulator(plan);
  const length = plan.outputTimes.length * plan.model.outputs.length;
  const values = new Float64Array(subjects.length * length);
  const courses = subjects.map((subject, row) => {
    const { values: own, ...course } = simulator.simulate(subject);
    values.set(own, row * length);
    return course;
  });
  return {
    values,
    subjects: courses.map(({ subject }) => subject),
    statuses: courses.map(({ status }) => status),
    failures: courses.flatMap(({ failure, status, subject }) =>
      failure ? [{ ...failure, status, subject: subject.subject }] : [],
    ),
    steps: courses.reduce((sum, { steps }) => sum + steps, 0),
  };
}
