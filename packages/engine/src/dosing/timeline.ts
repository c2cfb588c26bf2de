interface Placed {
  /** [h] */
  readonly time: number;
}

/** A dose that starts to enter `state` (index into the model's states) with the amount before bioavailability. */
export type DoseEvent = Placed & {
  readonly state: number;
  /** [unit of the state] */
  readonly amount: number;
} & (
    | { readonly kind: "bolus" }
    /** The duration is given [h]; bioavailability multiplies the rate. */
    | { readonly kind: "infusion"; readonly duration: number }
    /** The rate is given [unit of the state per h]; bioavailability multiplies the duration. */
    | { readonly kind: "infusion-at-rate"; readonly rate: number }
  );

/** A dose given every `interval` for ever, the next time `phase` after now, 0 <= phase < interval [h]. */
export interface PulseTrain {
  readonly kind: "pulses";
  readonly interval: number;
  readonly phase: number;
  readonly dose: DoseEvent;
}

/** An infusion that has been running for ever [unit of the state per h]. */
export interface ConstantInput {
  readonly kind: "constant";
  readonly state: number;
  readonly rate: number;
}

/** What can be put in order by time and kind alone. */
export type PlainEvent =
  | DoseEvent
  /** States return to their initial values and infusions stop. */
  | (Placed & { readonly kind: "reset" })
  /** The states are recorded in this row. */
  | (Placed & { readonly kind: "output"; readonly row: number });

/** Something that happens at one time. Infusions end by themselves, before anything else of that time. */
export type TimelineEvent =
  | PlainEvent
  /** From now on the individual has these inputs. */
  | (Placed & { readonly kind: "inputs"; readonly inputs: Float64Array })
  /** The steady state of a train replaces the states and what is running, or is added to them. */
  | (Placed & {
      readonly kind: "steady-state";
      readonly train: PulseTrain | ConstantInput;
      readonly replaces: boolean;
    });

/** Everything that will happen to one subject, in order; the solver walks it from front to back. */
export interface Timeline {
  /** Initial states hold here [h]. */
  readonly start: number;
  readonly events: readonly TimelineEvent[];
  /** Number of output events; their rows are 0 to outputCount - 1. */
  readonly outputCount: number;
}

/**
 * The tie rules: at one time, infusions that end do so first, then kinds happen in this order, and events of one rank in the
 * order they were given.
 *
 * An infusion that ends makes room before the next one starts; a reset clears what was before, not what is given now; an
 * output shows the moment after all that (a sample at the time of a bolus contains the bolus).
 */
const tieOrder: Readonly<Record<PlainEvent["kind"], number>> = {
  reset: 0,
  bolus: 1,
  infusion: 1,
  "infusion-at-rate": 1,
  output: 2,
};

/**
 * Times closer than this are one time: 4 microseconds at 1000 h, far above the rounding of sums such as 0.1 + 0.2 and far below
 * anything a clock or a body resolves [h].
 */
export const timeResolution = (time: number): number => 1e-12 * Math.max(1, Math.abs(time));

/** Sorts events by time and rank; events closer than `timeResolution` to each other or to the start happen together, at the earliest time. */
export function orderEvents(events: readonly PlainEvent[], start: number): PlainEvent[] {
  const byTime = [...events].sort((a, b) => a.time - b.time);
  let instant = start;
  const snapped = byTime.map((event) => {
    if (event.time - instant > timeResolution(event.time)) instant = event.time;
    return event.time === instant ? event : { ...event, time: instant };
  });
  return snapped.sort((a, b) => a.time - b.time || tieOrder[a.kind] - tieOrder[b.kind]);
}
