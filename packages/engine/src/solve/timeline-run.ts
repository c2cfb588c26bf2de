import type { CompiledModel } from "../compile/compiled-model.ts";
import { type DoseEvent, type Timeline, type TimelineEvent, timeResolution } from "../dosing/timeline.ts";
import { ActiveInfusions } from "./active-infusions.ts";
import type { DoseModifiers } from "./dose-modifiers.ts";
import type { ErrorScale } from "./error-scale.ts";
import type { Integrator } from "./integrator.ts";
import type { OdeSystem } from "./ode-system.ts";
import { Recorder } from "./recorder.ts";
import { type Solution, type SolveFailure, type SolveStatus, statusMessages, type Tolerance } from "./solution.ts";
import type { Stepper } from "./stepper.ts";

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

/** What stopped a run: which state or output, and a remark that goes before the general message. */
export interface Stop {
  readonly status: Exclude<SolveStatus, "ok">;
  readonly state: string;
  readonly detail?: string;
}

/** How long an available amount takes to enter [h]. */
function durationOf(event: DoseEvent, amount: number): number {
  if (event.kind === "bolus") return 0;
  return event.kind === "infusion" ? event.duration : amount / event.rate;
}

/**
 * Walks a timeline: lets things happen, integrates to the next thing, reads outputs off the dense output in between.
 *
 * Steps end exactly on every event that changes something and are never shortened for an output, so what is looked at cannot
 * change what is computed.
 */
export class TimelineRun {
  private readonly context: RunContext;
  private readonly infusions: ActiveInfusions;
  private readonly between: Float64Array;

  constructor(context: RunContext) {
    this.context = context;
    this.infusions = new ActiveInfusions(context.system);
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
    this.infusions.stopAll();
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
    const { integrator } = this.context;
    let next = 0;
    let change = 0;
    for (;;) {
      if (this.infusions.endDue(integrator.t)) integrator.disturb();
      for (; next < events.length && events[next]!.time <= integrator.t; next++) {
        const stop = this.happen(events[next]!, recorder);
        if (stop) return stop;
      }
      if (next === events.length) return undefined;
      // The next event that changes something; outputs do not bound a step.
      change = Math.max(change, next);
      while (change < events.length && events[change]!.kind === "output") change += 1;
      const status = integrator.step(this.limitBefore(events[change]?.time ?? Number.POSITIVE_INFINITY), maxSteps);
      if (status !== "ok") return { status, state: this.culprit() };
    }
  }

  /** The next time at which something changes: an event or the end of an infusion, one time when they cannot be told apart. */
  private limitBefore(event: number): number {
    const end = this.infusions.nextEnd;
    return event - end <= timeResolution(end) ? event : end;
  }

  private happen(event: TimelineEvent, recorder: Recorder): Stop | undefined {
    if (event.kind === "output") return this.recordOutput(event.row, event.time, recorder);
    if (event.kind === "reset") return this.reset();
    return this.give(event);
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
    this.infusions.stopAll();
    system.kernel.initial(system.individual, integrator.y);
    integrator.disturb();
  }

  private give(event: DoseEvent): Stop | undefined {
    const { integrator, model, modifiers } = this.context;
    const { state } = event;
    const available = modifiers.at("bioavailability", state, integrator);
    if (!(available >= 0 && available < Number.POSITIVE_INFINITY)) {
      return { status: "bad-dose", state: model.states[state]!.name, detail: `Bioavailability is ${available}. ` };
    }
    const amount = available * event.amount;
    if (amount === 0) return undefined;
    const duration = durationOf(event, amount);
    if (duration <= timeResolution(event.time)) integrator.y[state]! += amount;
    else this.infusions.start({ state, rate: amount / duration, end: event.time + duration });
    integrator.disturb();
    return undefined;
  }

  /** Name of the state whose derivative is not finite, else of the one with the largest error. */
  private culprit(): string {
    const { integrator, model, scale, system } = this.context;
    system.derivative(integrator.t, integrator.y, this.between);
    const bad = this.between.findIndex((value) => !Number.isFinite(value));
    return model.states[bad < 0 ? scale.worst : bad]!.name;
  }

  private describe(stop: Stop): SolveFailure {
    return {
      time: this.context.integrator.t,
      state: stop.state,
      reason: `${stop.detail ?? ""}${statusMessages[stop.status]}`,
    };
  }
}
