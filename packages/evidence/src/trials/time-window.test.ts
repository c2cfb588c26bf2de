import { describe, expect, test } from "vitest";
import type { OutcomeTime } from "./outcome.ts";
import { timeWindowOf } from "./time-window.ts";

const single = (afterFirstDose_h?: number): OutcomeTime =>
  afterFirstDose_h === undefined
    ? { label: "later", phase: "after-single-dose" }
    : { label: `${afterFirstDose_h} h`, phase: "after-single-dose", afterFirstDose_h };

describe("the time window of an outcome", () => {
  test.each([
    [0.5, "under-12h"],
    [11.9, "under-12h"],
    [12, "24h"],
    [24, "24h"],
    [36, "24h"],
    [120, "7-14d"],
    [168, "7-14d"],
    [336, "7-14d"],
    [384, "7-14d"],
    [385, "follow-up"],
    [720, "follow-up"],
  ] as const)("after a single dose: %d h is %s", (hours, window) => {
    expect(timeWindowOf(single(hours))).toEqual({ window });
  });

  test.each([37, 48, 72, 119])("after a single dose: %d h falls between two windows", (hours) => {
    expect(timeWindowOf(single(hours))).toEqual({ reason: "falls between the 24 h and the 7 to 14 d window" });
  });

  test("in a course, the first day counts by the clock, then only the end and the follow-up count", () => {
    const during: OutcomeTime = { label: "24 h after infusion 1", phase: "during-course", afterFirstDose_h: 24 };
    expect(timeWindowOf(during)).toEqual({ window: "24h" });
    expect(timeWindowOf({ ...during, afterFirstDose_h: 168 })).toHaveProperty("reason");
    expect(timeWindowOf({ label: "2 weeks", phase: "end-of-course", afterFirstDose_h: 336 })).toEqual({
      window: "end-of-course",
    });
    expect(timeWindowOf({ label: "6 months", phase: "follow-up" })).toEqual({ window: "follow-up" });
  });

  test("has no window for a baseline or an unstated time", () => {
    expect(timeWindowOf({ label: "baseline", phase: "baseline", afterFirstDose_h: 0 })).toEqual({
      reason: "taken before treatment",
    });
    expect(timeWindowOf(single())).toEqual({ reason: "the time after the dose is not stated" });
  });
});
