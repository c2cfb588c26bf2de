/**
 * Event records to timeline. The rules, which reproduce NONMEM 7:
 *
 *   Records of one time happen in the order given; a lagged or additional dose due at that time comes before the record.
 *   The inputs of a record hold from the record before (excluded) to itself, or, with "locf", from itself to the next.
 *   Lag, duration and rate come from the dose record, bioavailability from the moment of entry.
 *   RATE > 0 fixes the rate, so that bioavailability changes the duration; RATE = -2 fixes the duration instead.
 *   EVID 3 and 4 and SS 1 cancel what is pending and running; SS 2 keeps it and adds.
 *   A steady state is that of a dose every II for ever, lag included: doses of the past that are still on their way arrive.
 *   SS 1 with AMT 0 and a RATE is the steady state of an infusion that stops at the record.
 */
import { compartmentIndex } from "./compartment-index.ts";
import { checkRecord, type DoseRecord, type EventRecord, isDose, isObservation, isReset } from "./event-record.ts";
import { requireNonNegative } from "./require-non-negative.ts";
import { type DoseEvent, type PulseTrain, type Timeline, type TimelineEvent, timeResolution } from "./timeline.ts";

/** What the model makes of a dose record: lag [h], and the duration [h] or rate that RATE -2 or -1 asks for. */
export type RecordProperty = (kind: "lag" | "duration" | "rate", state: number, record: EventRecord) => number;

interface Context {
  readonly states: readonly { readonly name: string }[];
  readonly propertyOf: RecordProperty;
}

/** The dose of a record, as it enters at `time`. */
function doseAt(time: number, record: DoseRecord, state: number, { propertyOf }: Context): DoseEvent {
  const { amt: amount, rate } = record;
  if (rate === 0) return { kind: "bolus", time, state, amount };
  if (rate === -2) return { kind: "infusion", time, state, amount, duration: propertyOf("duration", state, record) };
  return {
    kind: "infusion-at-rate",
    time,
    state,
    amount,
    rate: rate === -1 ? propertyOf("rate", state, record) : rate,
  };
}

/** Times of entry from the record on: doses of a steady-state history still under way, the dose itself, additional ones. */
function entryTimes({ time, ss, ii, addl }: DoseRecord, lag: number): number[] {
  const first = ss > 0 ? -Math.floor(lag / ii) : 0;
  return Array.from({ length: addl + 1 - first }, (_, k) => time + lag + (first + k) * ii);
}

function eventsOfDose(record: DoseRecord, index: number, context: Context): TimelineEvent[] {
  const { time, ii, ss, amt, rate } = record;
  const path = `records[${index}]`;
  const state = compartmentIndex(context.states, record.cmt, `${path}.cmt`);
  if (ss === 1 && ii === 0) {
    return [{ kind: "steady-state", time, replaces: true, train: { kind: "constant", state, rate } }];
  }
  const lag = context.propertyOf("lag", state, record);
  requireNonNegative(lag, `${path}.lag`, "E-DOSE-LAG");
  const doses = amt === 0 ? [] : entryTimes(record, lag).map((entry) => doseAt(entry, record, state, context));
  if (ss === 0) return doses;
  const train: PulseTrain = {
    kind: "pulses",
    interval: ii,
    phase: lag % ii,
    dose: doseAt(time, record, state, context),
  };
  return [{ kind: "steady-state", time, replaces: ss === 1, train }, ...doses];
}

/** Drops the doses that are still to come at `time`; one of that very time happens, and is cleared at once. */
function cancelPending(events: readonly TimelineEvent[], time: number): TimelineEvent[] {
  return events.filter((event) => !("amount" in event) || event.time <= time);
}

/** By time, equal times being those that cannot be told apart; at one time as written, so that what was pending comes first. */
function inOrder(events: readonly TimelineEvent[]): TimelineEvent[] {
  let instant = Number.NEGATIVE_INFINITY;
  const instants = new Map<TimelineEvent, number>();
  for (const event of events.toSorted((a, b) => a.time - b.time)) {
    if (event.time - instant > timeResolution(event.time)) instant = event.time;
    instants.set(event, instant);
  }
  const placed = events.map((event) => ({ ...event, time: instants.get(event)! }));
  return placed.sort((a, b) => a.time - b.time);
}

/**
 * The timeline of a list of event records.
 *
 * @param options.carry which record's inputs hold between two records: "nocb" (default) the later one's, "locf" the earlier one's
 * @throws SimulationError `E-RECORD`, `E-TIME`, `E-DOSE-COMPARTMENT` or `E-DOSE-LAG`
 */
export function recordTimeline(
  records: readonly EventRecord[],
  options: Context & { readonly carry?: "nocb" | "locf" },
): Timeline {
  const { carry = "nocb" } = options;
  let events: TimelineEvent[] = [];
  let row = 0;
  let inputs = records[0]?.inputs;
  for (const [index, unchecked] of records.entries()) {
    const before = records[index - 1]?.time ?? Number.NEGATIVE_INFINITY;
    const record = checkRecord(unchecked, index, before);
    const { time } = record;
    if (record.inputs !== inputs) {
      inputs = record.inputs;
      events.push({ kind: "inputs", time: carry === "locf" ? time : before, inputs });
    }
    if (isReset(record) || record.ss === 1) events = cancelPending(events, time);
    if (isReset(record)) events.push({ kind: "reset", time });
    if (isDose(record)) events.push(...eventsOfDose(record, index, options));
    if (isObservation(record)) events.push({ kind: "output", time, row: row++ });
  }
  return { start: records[0]?.time ?? 0, events: inOrder(events), outputCount: row };
}
