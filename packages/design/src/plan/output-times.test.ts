import { describe, expect, it } from "vitest";
import type { PlannedRegimen } from "../run-types.ts";
import { outputTimes } from "./output-times.ts";

function regimen(starts: readonly number[], duration_h: number): PlannedRegimen {
  return { id: "A", label: "A", doses: starts.map((time_h) => ({ time_h, duration_h })) } as unknown as PlannedRegimen;
}

const day = 86_400;

describe("recording times", () => {
  const once = outputTimes([regimen([0], 2 / 3)], { until_s: 2 * day, denseHours: 6 });

  it("are dense around a session and sparse after it", () => {
    const between = (from: number, to: number) => once.filter((time) => time >= from && time < to).length;
    expect(between(0, 2)).toBe(24);
    expect(between(2, 6)).toBe(16);
    expect(between(6, 24)).toBe(18);
    expect(between(24, 48)).toBe(4);
    expect(once.at(-1)).toBe(48);
    expect(once).toHaveLength(24 + 16 + 18 + 4 + 1);
  });

  it("increase strictly, from 0", () => {
    expect(once[0]).toBe(0);
    expect(once.every((time, index) => index === 0 || time > (once[index - 1] ?? 0))).toBe(true);
  });

  it("land on the start and end of every infusion, exactly", () => {
    const times = outputTimes([regimen([0, 72], 37 / 60), regimen([24], 100 / 60)], {
      until_s: 7 * day,
      denseHours: 6,
    });
    for (const time of [0, 37 / 60, 72, 72 + 37 / 60, 24, 24 + 100 / 60]) expect(times).toContain(time);
  });

  it("follow a long infusion to an hour past its end", () => {
    const times = outputTimes([regimen([0], 4)], { until_s: day, denseHours: 6 });
    expect(times.filter((time) => time < 5)).toHaveLength(60);
  });

  it("hold every whole day, on which scores are read", () => {
    const times = outputTimes([regimen([0, 72], 1)], { until_s: 56 * day, denseHours: 6 });
    for (let d = 0; d <= 56; d += 1) expect(times).toContain(24 * d);
  });

  it("are few: a 56-day course of six sessions stays below 600", () => {
    const course = regimen([0, 72, 168, 240, 336, 408], 2 / 3);
    expect(
      outputTimes([course, regimen([0, 72, 168, 240, 336, 408], 1)], { until_s: 56 * day, denseHours: 6 }).length,
    ).toBe(6 * 58 + 4 * (56 - 6) + 1);
  });

  it("end with the observation even when a session is still running", () => {
    expect(outputTimes([regimen([0], 2)], { until_s: 3600, denseHours: 6 }).at(-1)).toBe(1);
  });
});
