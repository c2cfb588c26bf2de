import { describe, expect, it } from "vitest";
import type { EventRecord } from "./event-record.ts";
import { recordTimeline } from "./record-timeline.ts";

const inputs = new Float64Array(1);
const states = [{ name: "depot" }, { name: "central" }];
const at = (time: number, more: Partial<EventRecord> = {}): EventRecord => ({ time, evid: 0, inputs, ...more });
const dose = (time: number, more: Partial<EventRecord> = {}): EventRecord =>
  at(time, { evid: 1, cmt: "central", amt: 10, ...more });

const timelineOf = (records: readonly EventRecord[], lag = 0, carry: "nocb" | "locf" = "nocb") =>
  recordTimeline(records, { states, carry, propertyOf: (kind) => (kind === "lag" ? lag : 4) });
const summary = (...request: Parameters<typeof timelineOf>) =>
  timelineOf(...request).events.map(({ kind, time }) => `${time} ${kind}`);

describe("recordTimeline", () => {
  it("keeps the order of records of one time", () => {
    expect(summary([at(1), dose(1), at(1), at(1, { evid: 3 })])).toEqual([
      "1 output",
      "1 bolus",
      "1 output",
      "1 reset",
    ]);
  });

  it("gives additional and lagged doses that are due before the records of that time", () => {
    expect(summary([dose(0, { addl: 1, ii: 12 }), at(12)])).toEqual(["0 bolus", "12 bolus", "12 output"]);
    expect(summary([dose(0), at(2)], 2)).toEqual(["2 bolus", "2 output"]);
  });

  it("takes a pending dose and a record whose times differ by rounding for one time", () => {
    expect(summary([dose(0, { addl: 3, ii: 0.1 }), at(0.3)]).at(-1)).toBe("0.3 output");
  });

  it("turns RATE into an infusion of given rate, or of the duration or rate of the model", () => {
    const doses = [dose(0, { rate: 5 }), dose(0, { rate: -1 }), dose(0, { rate: -2 })];
    expect(timelineOf(doses).events).toMatchObject([
      { kind: "infusion-at-rate", rate: 5 },
      { kind: "infusion-at-rate", rate: 4 },
      { kind: "infusion", duration: 4 },
    ]);
  });

  it("cancels at EVID 3, EVID 4 and SS 1 what earlier records have left pending, and at SS 2 nothing", () => {
    const pending = dose(0, { addl: 5, ii: 10 });
    expect(summary([pending, at(15, { evid: 3 })])).toEqual(["0 bolus", "10 bolus", "15 reset"]);
    expect(summary([pending, dose(15, { evid: 4 })])).toEqual(["0 bolus", "10 bolus", "15 reset", "15 bolus"]);
    expect(summary([pending, dose(15, { ss: 1, ii: 8 })])).toEqual([
      "0 bolus",
      "10 bolus",
      "15 steady-state",
      "15 bolus",
    ]);
    expect(summary([pending, dose(15, { ss: 2, ii: 8 })])).toHaveLength(8);
  });

  it("lets the doses of a steady-state history that are still in their lag arrive", () => {
    const { events } = timelineOf([dose(0, { ss: 1, ii: 8, addl: 1 })], 19);
    expect(events.map(({ kind, time }) => `${time} ${kind}`)).toEqual([
      "0 steady-state",
      "3 bolus",
      "11 bolus",
      "19 bolus",
      "27 bolus",
    ]);
    expect(events[0]).toMatchObject({ replaces: true, train: { interval: 8, phase: 3 } });
  });

  it("changes inputs after the record before, or at the record when they are carried forwards", () => {
    const other = new Float64Array(1);
    const records = [at(0), dose(4), at(6, { inputs: other })];
    expect(summary(records)).toEqual(["0 output", "4 bolus", "4 inputs", "6 output"]);
    expect(summary(records, 0, "locf")).toEqual(["0 output", "4 bolus", "6 inputs", "6 output"]);
  });

  it("gives rows to observations and other events only, in their order", () => {
    const { events, outputCount } = timelineOf([at(0), dose(0), at(1, { evid: 2 })]);
    expect(outputCount).toBe(2);
    expect(events.filter(({ kind }) => kind === "output")).toMatchObject([{ row: 0 }, { row: 1 }]);
  });

  it("of no records is empty", () => {
    expect(timelineOf([])).toEqual({ start: 0, events: [], outputCount: 0 });
  });
});
