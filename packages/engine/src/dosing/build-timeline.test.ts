import { describe, expect, it } from "vitest";
import { buildTimeline } from "./build-timeline.ts";
import type { Dose } from "./dose.ts";

const model = { states: [{ name: "depot" }, { name: "central" }] };
const dose = (time: number, more: Partial<Dose> = {}): Dose => ({
  time,
  compartment: "central",
  amount: 10,
  duration: 0,
  ...more,
});
const summary = (timeline: ReturnType<typeof buildTimeline>) =>
  timeline.events.map(({ kind, time }) => `${time} ${kind}`);

describe("buildTimeline", () => {
  it("orders one instant as reset, doses in the order given, outputs", () => {
    const doses = [dose(2, { duration: 1 }), dose(2, { compartment: "depot" })];
    const timeline = buildTimeline(model, { doses, outputTimes: [2, 0], resets: [2] });
    expect(summary(timeline)).toEqual(["0 output", "2 reset", "2 infusion", "2 bolus", "2 output"]);
    expect(timeline.outputCount).toBe(2);
  });

  it("gives each output the row of its place in the request", () => {
    const { events } = buildTimeline(model, { doses: [], outputTimes: [5, 1, 3] });
    expect(events).toEqual([
      { kind: "output", time: 1, row: 1 },
      { kind: "output", time: 3, row: 2 },
      { kind: "output", time: 5, row: 0 },
    ]);
  });

  it("makes one time of times that differ by rounding, and keeps apart what a clock could tell apart", () => {
    const { events } = buildTimeline(model, { doses: [dose(0.1 + 0.2), dose(1000)], outputTimes: [0.3, 1000 + 1e-8] });
    expect(events.map(({ time }) => time)).toEqual([0.3, 0.3, 1000, 1000 + 1e-8]);
  });

  it("adds the lag of the compartment at the time of the dose, unless the dose is marked as lagged", () => {
    const lagAt = (state: number, time: number) => (state === 1 ? time / 10 : 0);
    const doses = [dose(10), dose(10, { compartment: "depot" }), dose(10, { lagged: true })];
    const { events } = buildTimeline(model, { doses, outputTimes: [], lagAt });
    expect(events.map(({ time }) => time)).toEqual([10, 10, 11]);
  });

  it("drops a dose whose lag carries it over a reset, but not one given at the reset", () => {
    const request = { doses: [dose(1), dose(2)], outputTimes: [], lagAt: () => 1.5 };
    expect(summary(buildTimeline(model, { ...request, resets: [2] }))).toEqual(["2 reset", "3.5 bolus"]);
  });

  it("starts where it is told to, before which nothing may be", () => {
    expect(buildTimeline(model, { doses: [dose(-5)], outputTimes: [], start: -5 }).start).toBe(-5);
    expect(() => buildTimeline(model, { doses: [dose(-5)], outputTimes: [] })).toThrow(
      /doses\[0\]\.time.*from the start at 0 h.*E-TIME/,
    );
  });

  it("names the compartments there are when one is unknown", () => {
    expect(() => buildTimeline(model, { doses: [dose(0, { compartment: "liver" })], outputTimes: [] })).toThrow(
      /"liver".*depot, central.*E-DOSE-COMPARTMENT/,
    );
  });
});
