import type { CompiledModel } from "../compile/compiled-model.ts";
import { type DoseEvent, timeResolution } from "../dosing/timeline.ts";
import { ActiveInfusions } from "./active-infusions.ts";
import type { DoseModifiers } from "./dose-modifiers.ts";
import type { ErrorScale } from "./error-scale.ts";
import type { Integrator } from "./integrator.ts";
import type { OdeSystem } from "./ode-system.ts";
import type { Stop } from "./stop.ts";

/** What of a dose enters, and how. */
interface Entry {
  /** What is available [state unit]. */
  readonly amount: number;
  /** 0 for a bolus [h]. */
  readonly duration: number;
}

function durationOf(event: DoseEvent, amount: number): number {
  if (event.kind === "bolus") return 0;
  return event.kind === "infusion" ? event.duration : amount / event.rate;
}

/** An integrator together with the infusions that run while it does: it stops where they end. */
export class DosedIntegrator {
  readonly integrator: Integrator;
  readonly infusions: ActiveInfusions;
  private readonly model: CompiledModel;
  private readonly system: OdeSystem;
  private readonly modifiers: DoseModifiers;
  private readonly scale: ErrorScale;
  private readonly slope: Float64Array;

  constructor(context: {
    readonly model: CompiledModel;
    readonly system: OdeSystem;
    readonly modifiers: DoseModifiers;
    readonly scale: ErrorScale;
    readonly integrator: Integrator;
  }) {
    this.model = context.model;
    this.system = context.system;
    this.modifiers = context.modifiers;
    this.scale = context.scale;
    this.integrator = context.integrator;
    this.infusions = new ActiveInfusions(context.system);
    this.slope = new Float64Array(context.system.size);
  }

  /** Ends the infusions that are due now. */
  settle(): void {
    if (this.infusions.endDue(this.integrator.t)) this.integrator.disturb();
  }

  /** One accepted step, not past `event` nor past the end of an infusion (one time when they cannot be told apart). */
  step(event: number, maxSteps: number): Stop | undefined {
    const end = this.infusions.nextEnd;
    const status = this.integrator.step(event - end <= timeResolution(end) ? event : end, maxSteps);
    return status === "ok" ? undefined : { status, state: this.culprit() };
  }

  /** Steps until `time`, ending infusions on the way. */
  advanceTo(time: number, maxSteps: number): Stop | undefined {
    while (this.integrator.t < time) {
      const stop = this.step(time, maxSteps);
      if (stop) return stop;
      this.settle();
    }
    return undefined;
  }

  /** What of a dose would enter if it were given now, or why it cannot be given. */
  entryOf(event: DoseEvent): Entry | Stop {
    const available = this.modifiers.at("bioavailability", event.state, this.integrator);
    if (!(available >= 0 && available < Number.POSITIVE_INFINITY))
      return this.badDose(event, `Bioavailability is ${available}. `);
    const amount = available * event.amount;
    const duration = durationOf(event, amount);
    if (!(duration >= 0 && duration < Number.POSITIVE_INFINITY))
      return this.badDose(event, `Duration is ${duration} h. `);
    return { amount, duration };
  }

  private badDose({ state }: DoseEvent, detail: string): Stop {
    return { status: "bad-dose", state: this.model.states[state]!.name, detail };
  }

  /** Gives a dose now. */
  give(event: DoseEvent): Stop | undefined {
    const { integrator } = this;
    const entry = this.entryOf(event);
    if ("status" in entry) return entry;
    const { amount, duration } = entry;
    if (amount === 0) return undefined;
    if (duration <= timeResolution(integrator.t)) integrator.y[event.state]! += amount;
    else this.infusions.start({ state: event.state, rate: amount / duration, end: integrator.t + duration });
    integrator.disturb();
    return undefined;
  }

  /** Name of the state whose derivative is not finite, else of the one with the largest error. */
  private culprit(): string {
    this.system.derivative(this.integrator.t, this.integrator.y, this.slope);
    const bad = this.slope.findIndex((value) => !Number.isFinite(value));
    return this.model.states[bad < 0 ? this.scale.worst : bad]!.name;
  }
}
