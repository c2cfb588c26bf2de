import { describe, expect, it } from "vitest";
import type { DoseEntry } from "../scenario/dose-schema.ts";
import { doseSchema } from "../scenario/dose-schema.ts";
import { expandRegimen } from "./expand-regimen.ts";

const infusion = {
  drug: "ketamine",
  expressed_as: "base",
  route: "iv",
  dose: "0.5 mg/kg",
  weight_basis: "actual",
  infusion: "40 min",
};
const spray = { drug: "esketamine", expressed_as: "base", route: "intranasal" };

function expand(...entries: readonly object[]) {
  const doses = entries.map((entry): DoseEntry => doseSchema.parse(entry));
  return expandRegimen({ id: "A", label: "A", doses }, { indication: "gad", until_s: 56 * 86_400, index: 0 });
}

describe("an expanded regimen", () => {
  it("has one dose for each session, numbered in order of time across entries", () => {
    const { doses } = expand(
      { ...spray, device: { strength: "28 mg", count: 3, gap: "5 min" }, schedule: { days: [4, 8] } },
      { ...spray, device: { strength: "28 mg", count: 2, gap: "5 min" }, schedule: { days: [1] } },
    );
    expect(doses.map(({ dose }) => [dose.number, dose.day, dose.time_h, dose.amount_mg_70kg])).toEqual([
      [1, 1, 0, 56],
      [2, 4, 72, 84],
      [3, 8, 168, 84],
    ]);
    expect(doses[0]?.dose.device).toEqual({ strength_mg: 28, count: 2, gap_h: 300 / 3600 });
  });

  it("gives weight-based amounts for 70 kg and infusion times in hours", () => {
    const [first] = expand({ ...infusion, schedule: { days: [1] } }).doses;
    expect(first?.dose).toMatchObject({ amount_mg_70kg: 35, duration_h: 2400 / 3600, clock: "09:00" });
  });

  it("counts the base of a dose given as hydrochloride", () => {
    const [first] = expand({ ...infusion, expressed_as: "hydrochloride", schedule: { days: [1] } }).doses;
    expect(first?.dose.dose).toEqual({ value: 0.5, unit: "mg/kg" });
    expect(first?.dose.amount_mg_70kg).toBeCloseTo((35 * 237.73) / 274.19, 10);
  });

  it("refuses two doses on one day and doses after the end", () => {
    const { problems } = expand(
      { ...infusion, schedule: { days: [1, 4] } },
      { ...infusion, schedule: { days: [4, 57] } },
    );
    expect(problems.map((problem) => `${problem.path.join(".")} ${problem.message}`)).toEqual([
      "regimens.0.doses.1.schedule puts a second dose on study day 4",
      "regimens.0.doses.1.schedule puts a dose on study day 57, after observe.until = 56 d",
    ]);
  });

  it("allows a dose on the last day of observation", () => {
    expect(expand({ ...infusion, schedule: { days: [56] } }).problems).toEqual([]);
  });
});
