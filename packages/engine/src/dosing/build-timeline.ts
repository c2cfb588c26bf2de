import { SimulationError } from "../simulation-error.ts";
import { compartmentIndex } from "./compartment-index.ts";
import type { Dose } from "./dose.ts";
import { requireNonNegative } from "./require-non-negative.ts";
import { type DoseEvent, orderEvents, type PlainEvent, type Timeline, timeResolution } from "./timeline.ts";

/** What is to happen, in the terms of a user. */
export interface TimelineRequest {
  readonly doses: readonly Dose[];
  /** In any order; row k of a solution belongs to outputTimes[k] [h]. */
  readonly outputTimes: ArrayLike<number>;
  /** Times at which every state returns to its initial value and infusions stop [h]; default none. */
  readonly resets?: readonly number[];
  /** Time of the initial states [h]; default 0. */
  readonly start?: number;
  /** Lag of a dose into a state that is given at a time [h]; default 0. */
  readonly lagAt?: (state: number, time: number) => number;
}

function requireTime(time: number, start: number, path: string): void {
  if (time >= start && Number.isFinite(time)) return;
  throw new SimulationError(
    "E-TIME",
    path,
    `Cannot place an event at ${time} h: a finite time from the start at ${start} h on needed`,
  );
}

/** The event of a dose that arrives at `time`. An infusion too short to resolve is a bolus: its end would fall on its start. */
function eventOf({ amount, duration }: Dose, state: number, time: number): DoseEvent {
  if (duration <= timeResolution(time)) return { kind: "bolus", time, state, amount };
  return { kind: "infusion", time, state, amount, duration };
}

/**
 * Doses, resets and output times as one ordered list of events, by the tie rules of `timeline.ts`.
 *
 * @throws SimulationError with the path of the dose or time that cannot be placed
 */
export function buildTimeline(
  model: { readonly states: readonly { readonly name: string }[] },
  request: TimelineRequest,
): Timeline {
  const { doses, outputTimes, resets = [], start = 0, lagAt = () => 0 } = request;
  const events: PlainEvent[] = [];
  for (const [index, dose] of doses.entries()) {
    const path = `doses[${index}]`;
    const state = compartmentIndex(model.states, dose.compartment, `${path}.compartment`);
    requireTime(dose.time, start, `${path}.time`);
    requireNonNegative(dose.amount, `${path}.amount`, "E-DOSE-AMOUNT");
    requireNonNegative(dose.duration, `${path}.duration`, "E-DOSE-DURATION");
    const lag = dose.lagged ? 0 : lagAt(state, dose.time);
    requireNonNegative(lag, `${path}.lag`, "E-DOSE-LAG");
    const time = dose.time + lag;
    // A reset cancels what was given before it and has not arrived.
    if (resets.some((reset) => dose.time < reset && reset <= time)) continue;
    events.push(eventOf(dose, state, time));
  }
  for (const [index, time] of resets.entries()) {
    requireTime(time, start, `resets[${index}]`);
    events.push({ kind: "reset", time });
  }
  for (let row = 0; row < outputTimes.length; row++) {
    const time = outputTimes[row]!;
    requireTime(time, start, `outputTimes[${row}]`);
    events.push({ kind: "output", time, row });
  }
  return { start, events: orderEvents(events, start), outputCount: outputTimes.length };
}
