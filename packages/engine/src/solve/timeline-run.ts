import type { CompiledModel } from "../compile/compiled-model.ts";
import type { Timeline, TimelineEvent } from "../dosing/timeline.ts";
import type { DoseModifiers } from "./dose-modifiers.ts";
import { DosedIntegrator } from "./dosed-integrator.ts";
import type { ErrorScale } from "./error-scale.ts";
import type { Integrator } from "./integrator.ts";
import type { OdeSystem } from "./ode-system.ts";
import { Recorder } from "./recorder.ts";
import { type Solution, type SolveFailure, statusMessages, type Tolerance } from "./solution.ts";
import { SteadyState } from "./steady-state.ts";
import type { Stepper } from "./stepper.ts";
import type { Stop } from "./stop.ts";

interface RunContext {
  readonly model: CompiledModel;
  readonly system: OdeSystem;
  readonly modifiers: DoseModifiers;
  readonly scale: ErrorScale;
  readonly stepper: Stepper;
  readonly integrator: Integrator;
}

interface RunSettings {
  readonly tolerance: Tolerance;
  readonly maxSteps: number;
  readonly keepStates: boolean;
}

/**
 * Walks a timeline: lets things happen, integrates to the next thing, reads outputs off the dense output in between.
 *
 * Steps end exactly on every event that changes something and are never shortened for an output, so what is looked at cannot
 * change what is computed.
 */
export class TimelineRun {
  private readonly context: RunContext;
  private readonly course: DosedIntegrator;
  private readonly steadyState: SteadyState;
  private readonly between: Float64Array;

  constructor(context: RunContext) {
    this.context = context;
    this.course = new DosedIntegrator(context);
    this.steadyState = new SteadyState({ course: this.course, scale: context.scale, states: context.model.states });
    this.between = new Float64Array(context.system.size);
  }

  /** Follows a timeline for the individual now in the system, from its initial states. */
  follow(timeline: Timeline, settings: RunSettings): Solution {
    const { integrator, scale, system } = this.context;
    const recorder = this.start(timeline.start, timeline.outputCount, settings);
    system.kernel.initial(system.individual, integrator.y);
    scale.reset(settings.tolerance, integrator.y);
    return this.solution(recorder, this.walk(timeline.events, recorder, settings.maxSteps));
  }

  /** The solution of a course that cannot even start. */
  refuse(
    request: { readonly time: number; readonly rows: number; readonly stop: Stop },
    settings: RunSettings,
  ): Solution {
    return this.solution(this.start(request.time, request.rows, settings), request.stop);
  }

  private start(time: number, rows: number, settings: RunSettings): Recorder {
    const { integrator, model, system } = this.context;
    system.evaluations = 0;
    this.course.infusions.stopAll();
    integrator.begin(time);
    return new Recorder(system, { rows, outputs: model.outputs.length, keepStates: settings.keepStates });
  }

  private solution(recorder: Recorder, stop: Stop | undefined): Solution {
    const { integrator, system } = this.context;
    return {
      status: stop?.status ?? "ok",
      ...(stop && { failure: this.describe(stop) }),
      outputs: recorder.outputs,
      ...(recorder.states && { states: recorder.states }),
      steps: integrator.accepted,
      rejected: integrator.rejected,
      evaluations: system.evaluations,
    };
  }

  private walk(events: readonly TimelineEvent[], recorder: Recorder, maxSteps: number): Stop | undefined {
    const { course } = this;
    let next = 0;
    let change = 0;
    for (;;) {
      course.settle();
      for (; next < events.length && events[next]!.time <= course.integrator.t; next++) {
        const stop = this.happen(events[next]!, recorder, maxSteps);
        if (stop) return stop;
      }
      if (next === events.length) return undefined;
      // The next event that changes something; outputs do not bound a step.
      change = Math.max(change, next);
      while (change < events.length && events[change]!.kind === "output") change += 1;
      const stop = course.step(events[change]?.time ?? Number.POSITIVE_INFINITY, maxSteps);
      if (stop) return stop;
    }
  }

  private happen(event: TimelineEvent, recorder: Recorder, maxSteps: number): Stop | undefined {
    switch (event.kind) {
      case "output":
        return this.recordOutput(event.row, event.time, recorder);
      case "reset":
        return this.reset();
      case "inputs":
        return this.changeInputs(event.inputs);
      case "steady-state":
        return this.reachSteadyState(event, maxSteps);
      default:
        return this.course.give(event);
    }
  }

  private recordOutput(row: number, time: number, recorder: Recorder): Stop | undefined {
    const { integrator, model, stepper } = this.context;
    const { t, tBefore, y } = integrator;
    if (time < t) stepper.interpolate((time - tBefore) / (t - tBefore), this.between);
    const bad = recorder.record(row, time, time < t ? this.between : y);
    if (bad < 0) return undefined;
    return { status: "not-finite", state: model.outputs[bad]!.name, detail: `Output at ${time} h is not finite. ` };
  }

  private reset(): undefined {
    const { integrator, system } = this.context;
    this.course.infusions.stopAll();
    system.kernel.initial(system.individual, integrator.y);
    integrator.disturb();
  }

  private changeInputs(inputs: Float64Array): undefined {
    const { integrator, system } = this.context;
    system.kernel.individual(inputs, system.individual);
    integrator.disturb();
  }

  private reachSteadyState(
    event: Extract<TimelineEvent, { kind: "steady-state" }>,
    maxSteps: number,
  ): Stop | undefined {
    const { integrator, system } = this.context;
    const { infusions } = this.course;
    const [running, states] = [infusions.running, integrator.y.slice()];
    system.kernel.initial(system.individual, integrator.y);
    const stop = this.steadyState.find(event.train, maxSteps);
    // Where the search ended means nothing: the failure belongs to the record.
    if (stop) integrator.relocate(event.time, states);
    if (stop || event.replaces) return stop;
    for (const infusion of running) infusions.start(infusion);
    for (const [i, value] of states.entries()) integrator.y[i]! += value;
    integrator.disturb();
    return undefined;
  }

  private describe(stop: Stop): SolveFailure {
    return {
      time: this.context.integrator.t,
      state: stop.state,
      reason: `${stop.detail ?? ""}${statusMessages[stop.status]}`,
    };
  }
}
