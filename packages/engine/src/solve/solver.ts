import type { CompiledModel } from "../compile/compiled-model.ts";
import { buildTimeline } from "../dosing/build-timeline.ts";
import type { Timeline } from "../dosing/timeline.ts";
import { SimulationError } from "../simulation-error.ts";
import { DoseModifiers } from "./dose-modifiers.ts";
import { ErrorScale } from "./error-scale.ts";
import { ExplicitStepper } from "./explicit-rk.ts";
import { InitialStep } from "./initial-step.ts";
import { Integrator } from "./integrator.ts";
import { OdeSystem } from "./ode-system.ts";
import { type Problem, settingsOf } from "./problem.ts";
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
    if (problem.inputs.length !== this.model.inputs.length) {
      const names = this.model.inputs.map(({ name }) => name).join(", ");
      throw new SimulationError(
        "E-INPUT-MISSING",
        "inputs",
        `Cannot solve with ${problem.inputs.length} inputs: ${this.model.inputs.length} needed, in the order ${names}`,
      );
    }
    const settings = { ...settingsOf(problem), keepStates: problem.keepStates ?? false };
    this.system.kernel.individual(problem.inputs, this.system.individual);
    try {
      return this.run.follow(this.timelineOf(problem), settings);
    } catch (error) {
      // An individual whose lag is impossible is that individual's failure; anything else is the author's.
      if (!(error instanceof SimulationError && error.code === "E-DOSE-LAG")) throw error;
      const stop = { status: "bad-dose", state: error.path, detail: `${error.message}. ` } as const;
      return this.run.refuse({ time: problem.start ?? 0, rows: problem.outputTimes.length, stop }, settings);
    }
  }

  private timelineOf(problem: Problem): Timeline {
    const initial = new Float64Array(this.system.size);
    this.system.kernel.initial(this.system.individual, initial);
    const lagAt = this.modifiers.lagFunction(initial);
    return buildTimeline(this.model, lagAt === undefined ? problem : { ...problem, lagAt });
  }
}

/** Makes the workspace for a model; the structure of its Jacobian is analysed once, here. */
export function createSolver(model: CompiledModel, options: { readonly method?: Method } = {}): Solver {
  return new ModelSolver(model, options.method ?? "rodas5p");
}

/** Solves one problem; for several subjects make a solver once and use it again. */
export function solve(model: CompiledModel, problem: Problem & { readonly method?: Method }): Solution {
  return createSolver(model, problem.method === undefined ? {} : { method: problem.method }).solve(problem);
}
