import { type LuFactors, luFactor, luSolve, NumericsError } from "@kinetamine/numerics";
import { type ConstantInput, type PulseTrain, timeResolution } from "../dosing/timeline.ts";
import type { DosedIntegrator } from "./dosed-integrator.ts";
import type { ErrorScale } from "./error-scale.ts";
import type { Stop } from "./stop.ts";

// Periods simulated before Newton's method takes over: fast states are then where they belong.
const warmUpPeriods = 2;
// A linear model needs one correction, a saturable one a few; each slope of the period map serves several.
const slopes = 6;
const correctionsPerSlope = 5;
// Corrections below this fraction of the tolerance are done.
const convergedFraction = 0.1;
// Step for the slope of the period map, relative to each state: well above the error of one period, well below its size.
const relativeStep = 1e-3;
// Any length will do for an infusion that runs for ever; a day keeps the map away from both 1 and 0.
const constantPeriod = 24;

/**
 * Finds the states that a periodic (or constant) input reproduces, by Newton's method on the map from one period to the next.
 *
 * Simulating until nothing changes would take many half-lives of the slowest state; the map is corrected by its own slope
 * instead, which is exact for linear models. The slope is measured, one period per state.
 */
export class SteadyState {
  private readonly course: DosedIntegrator;
  private readonly scale: ErrorScale;
  private readonly names: readonly { readonly name: string }[];

  constructor(context: {
    readonly course: DosedIntegrator;
    readonly scale: ErrorScale;
    readonly states: readonly { readonly name: string }[];
  }) {
    this.course = context.course;
    this.scale = context.scale;
    this.names = context.states;
  }

  /**
   * Leaves the integrator at the time where it is, in the steady state just before a dose that is due then, with the infusions
   * of the train's past running (none for a constant infusion, which stops).
   *
   * @returns why there is no steady state, or undefined
   */
  find(train: PulseTrain | ConstantInput, maxSteps: number): Stop | undefined {
    const { integrator } = this.course;
    const start = integrator.t;
    const mapped = (from: Float64Array) => this.period({ train, from, start, maxSteps });
    let states: Float64Array = integrator.y.slice();
    for (let period = 0; period < warmUpPeriods; period++) {
      const next = mapped(states);
      if (!(next instanceof Float64Array)) return next;
      states = next;
    }
    const found = this.correct(states, mapped);
    if (!(found instanceof Float64Array)) return found;
    integrator.relocate(start, found);
    return train.kind === "constant" ? this.stopInfusions() : this.runPast(train, start);
  }

  private stopInfusions(): undefined {
    this.course.infusions.stopAll();
    this.course.integrator.disturb();
  }

  /** The states one period after `from`. */
  private period(request: {
    train: PulseTrain | ConstantInput;
    from: Float64Array;
    start: number;
    maxSteps: number;
  }): Float64Array | Stop {
    const { train, from, start, maxSteps } = request;
    const { course } = this;
    course.integrator.relocate(start, from);
    let stop: Stop | undefined;
    if (train.kind === "constant") {
      course.infusions.stopAll();
      course.infusions.start({ state: train.state, rate: train.rate, end: Number.POSITIVE_INFINITY });
      stop = course.advanceTo(start + constantPeriod, maxSteps);
    } else {
      stop = this.runPast(train, start) ?? course.advanceTo(start + train.phase, maxSteps) ?? course.give(train.dose);
      stop ??= course.advanceTo(start + train.interval, maxSteps);
    }
    return stop ?? course.integrator.y.slice();
  }

  /** Starts the infusions of doses given before `start` that have not ended then. */
  private runPast(train: PulseTrain, start: number): Stop | undefined {
    const { infusions, integrator } = this.course;
    const { dose, interval, phase } = train;
    infusions.stopAll();
    integrator.disturb();
    const entering = this.course.entryOf(dose);
    if ("status" in entering) return entering;
    const { amount, duration } = entering;
    // An infusion that ends at this very moment is over.
    const now = timeResolution(start);
    for (let entry = phase - interval; entry + duration > now; entry -= interval) {
      infusions.start({ state: dose.state, rate: amount / duration, end: start + entry + duration });
    }
    return undefined;
  }

  private correct(first: Float64Array, mapped: (from: Float64Array) => Float64Array | Stop): Float64Array | Stop {
    let states = first;
    for (let slope = 0; slope < slopes; slope++) {
      const factors = this.slopeOf(states, mapped);
      if (!("pivots" in factors)) return factors;
      for (let correction = 0; correction < correctionsPerSlope; correction++) {
        const next = mapped(states);
        if (!(next instanceof Float64Array)) return next;
        const change = luSolve(
          factors,
          next.map((value, i) => value - states[i]!),
        );
        const corrected = states.map((value, i) => value + change[i]!);
        const size = this.scale.norm(change, states, corrected);
        states = corrected;
        if (size <= convergedFraction) return states;
        if (Number.isNaN(size)) return this.nowhere();
      }
    }
    return this.nowhere();
  }

  /** Factors of I - M, with M the slope of the period map by differences. */
  private slopeOf(states: Float64Array, mapped: (from: Float64Array) => Float64Array | Stop): LuFactors | Stop {
    const n = states.length;
    const matrix = new Float64Array(n * n);
    const base = mapped(states);
    if (!(base instanceof Float64Array)) return base;
    for (let j = 0; j < n; j++) {
      const step = relativeStep * (Math.abs(states[j]!) || 1);
      const moved = mapped(states.with(j, states[j]! + step));
      if (!(moved instanceof Float64Array)) return moved;
      for (let i = 0; i < n; i++) matrix[i * n + j] = (i === j ? 1 : 0) - (moved[i]! - base[i]!) / step;
    }
    try {
      return luFactor(matrix, n);
    } catch (error) {
      if (error instanceof NumericsError) return this.nowhere();
      throw error;
    }
  }

  private nowhere(): Stop {
    return { status: "no-steady-state", state: this.names[this.scale.worst]!.name };
  }
}
