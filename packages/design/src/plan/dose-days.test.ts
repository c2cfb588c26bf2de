import { describe, expect, it } from "vitest";
import { doseDays } from "./dose-days.ts";

describe("study days of a schedule", () => {
  it("are the listed ones", () => {
    expect(doseDays({ days: [1, 4, 8] })).toEqual([1, 4, 8]);
  });

  it("repeat weekly, day of week 1 being that of the first day", () => {
    expect(doseDays({ per_week: 2, weeks: 3, first_day: 1, days_of_week: [1, 4] })).toEqual([1, 4, 8, 11, 15, 18]);
    expect(doseDays({ per_week: 1, weeks: 2, first_day: 10, days_of_week: [3] })).toEqual([12, 19]);
  });
});
