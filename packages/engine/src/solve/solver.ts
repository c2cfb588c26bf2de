import type { CompiledModel } from "../compile/compiled-model.ts";
import { buildTimeline } from "../dosing/build-timeline.ts";
import { type EventRecord, isObservation } from "../dosing/event-record.ts";
import { type RecordProperty, recordTimeline } from "../dosing/record-timeline.ts";
import type { Timeline } from "../dosing/timeline.ts";
import { SimulationError } from "../simulation-error.ts";
import { DoseModifiers } from "./dose-modifiers.ts";
import { ErrorScale } from "./error-scale.ts";
import { ExplicitStepper } from "./explicit-rk.ts";
import { InitialStep } from "./initial-step.ts";
import { Integrator } from "./integrator.ts";
import { OdeSystem } from "./ode-system.ts";
import { type Problem, type RecordProblem, type SolveSettings, settingsOf } from "./problem.ts";
import { rodas5p } from "./rodas5p.ts";
import { RosenbrockStepper } from "./rosenbrock.ts";
import type { Solution } from "./solution.ts";
import { TimelineRun } from "./timeline-run.ts";
import { tsit5 } from "./tsit5.ts";

/** Integration methods: "rodas5p" for stiff models (the default), "tsit5" for models that are not stiff. */
export type Method = "rodas5p" | "tsit5";

/** A model's workspace: solve many problems one after another without building it again. Not for concurrent use. */
export interface Solver {
  readonly model: CompiledModel;
  readonly method: Method;
  solve(problem: Problem): Solution;
  /** Solves a list of event records; observation records get a row each, in their order. */
  solveRecords(problem: RecordProblem): Solution;
}

class ModelSolver implements Solver {
  readonly model: CompiledModel;
  readonly method: Method;
  private readonly system: OdeSystem;
  private readonly modifiers: DoseModifiers;
  private readonly run: TimelineRun;

  constructor(model: CompiledModel, method: Method) {
    this.model = model;
    this.method = method;
    this.system = new OdeSystem(model);
    this.modifiers = new DoseModifiers(model, this.system);
    const scale = new ErrorScale(this.system.size);
    const context = { system: this.system, scale, pattern: model.pattern };
    const stepper = method === "tsit5" ? new ExplicitStepper(tsit5, context) : new RosenbrockStepper(rodas5p, context);
    const integrator = new Integrator({ ...context, stepper, initialStep: new InitialStep(context) });
    this.run = new TimelineRun({ model, system: this.system, modifiers: this.modifiers, scale, stepper, integrator });
  }

  solve(problem: Problem): Solution {
    this.requireInputs(problem.inputs, "inputs");
    const request = { time: problem.start ?? 0, rows: problem.outputTimes.length };
    this.system.kernel.individual(problem.inputs, this.system.individual);
    return this.followOrRefuse(problem, request, () => {
      const initial = new Float64Array(this.system.size);
      this.system.kernel.initial(this.system.individual, initial);
      const lagAt = this.modifiers.lagFunction(initial);
      return buildTimeline(this.model, lagAt === undefined ? problem : { ...problem, lagAt });
    });
  }

  solveRecords(problem: RecordProblem): Solution {
    const { records, carry = "nocb" } = problem;
    for (const [index, { inputs }] of records.entries()) this.requireInputs(inputs, `records[${index}].inputs`);
    if (records.some(({ ss = 0 }) => ss > 0)) this.requireSteadyStates(records);
    const request = { time: records[0]?.time ?? 0, rows: records.filter(isObservation).length };
    return this.followOrRefuse(problem, request, () => {
      const timeline = recordTimeline(records, { states: this.model.states, propertyOf: this.propertyOf, carry });
      if (records[0]) this.system.kernel.individual(records[0].inputs, this.system.individual);
      return timeline;
    });
  }

  /** Follows a timeline; an individual whose lag is impossible is that individual's failure, anything else the author's. */
  private followOrRefuse(
    problem: SolveSettings,
    request: { readonly time: number; readonly rows: number },
    timeline: () => Timeline,
  ): Solution {
    const settings = { ...settingsOf(problem), keepStates: problem.keepStates ?? false };
    try {
      return this.run.follow(timeline(), settings);
    } catch (error) {
      if (!(error instanceof SimulationError && error.code === "E-DOSE-LAG")) throw error;
      const stop = { status: "bad-dose", state: error.path, detail: `${error.message}. ` } as const;
      return this.run.refuse({ ...request, stop }, settings);
    }
  }

  /** Lag, duration or rate by the inputs of a dose record, read before anything has been simulated. */
  private readonly propertyOf: RecordProperty = (kind, state, { inputs, time }) => {
    const { kernel, individual, size } = this.system;
    kernel.individual(inputs, individual);
    const initial = new Float64Array(size);
    kernel.initial(individual, initial);
    if (kind === "lag") return this.modifiers.lagFunction(initial)?.(state, time) ?? 0;
    if (!this.modifiers.has(kind, state)) {
      const { name } = this.model.states[state]!;
      throw new SimulationError(
        "E-RECORD",
        `${kind}(${name})`,
        `Cannot take the ${kind} of a dose from a model that gives none for ${name}: a line for it needed, or RATE 0 or above`,
      );
    }
    return this.modifiers.at(kind, state, { t: time, y: initial });
  };

  private requireInputs(inputs: Float64Array, path: string): void {
    if (inputs.length === this.model.inputs.length) return;
    const names = this.model.inputs.map(({ name }) => name).join(", ");
    throw new SimulationError(
      "E-INPUT-MISSING",
      path,
      `Cannot solve with ${inputs.length} inputs: ${this.model.inputs.length} needed, in the order ${names}`,
    );
  }

  private requireSteadyStates(records: readonly EventRecord[]): void {
    if (!this.model.isAutonomous) {
      throw new SimulationError(
        "E-STEADY-STATE",
        "records",
        "Cannot find the steady state of a model that reads time: equations without t needed",
      );
    }
    const initial = new Float64Array(this.system.size);
    this.system.kernel.individual(records[0]!.inputs, this.system.individual);
    this.system.kernel.initial(this.system.individual, initial);
    const index = records.findIndex(({ ss }) => ss === 2);
    if (index < 0 || initial.every((value) => value === 0)) return;
    throw new SimulationError(
      "E-STEADY-STATE",
      `records[${index}].ss`,
      "Cannot add a steady state to a model with a baseline: initial states of 0 needed, or SS 1",
    );
  }
}

/**
 * Makes the workspace for a model; the structure of its Jacobian is analysed once, here.
 *
 * What happens at a known time belongs in doses, resets or records, on which steps land exactly. A right-hand side that switches
 * by itself is followed by the error control, which can step over a switch that comes and goes while nothing else moves.
 */
export function createSolver(model: CompiledModel, options: { readonly method?: Method } = {}): Solver {
  return new ModelSolver(model, options.method ?? "rodas5p");
}

/** Solves one problem; for several subjects make a solver once and use it again. */
export function solve(model: CompiledModel, problem: Problem & { readonly method?: Method }): Solution {
  return createSolver(model, problem.method === undefined ? {} : { method: problem.method }).solve(problem);
}
