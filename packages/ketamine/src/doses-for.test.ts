import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Administration } from "./administration.ts";
import { dosesFor } from "./doses-for.ts";
import { freeBase } from "./free-base.ts";
import { KetamineError } from "./ketamine-error.ts";

const infusion: Administration = { drug: "ketamine", route: "iv", time_h: 48, amount_mg: 35, duration_h: 2 / 3 };
const devices: Administration = {
  drug: "esketamine",
  route: "intranasal",
  time_h: 0,
  amount_mg: 84,
  duration_h: 0,
  device: { strength_mg: 28, count: 3, gap_h: 5 / 60 },
};

describe("dosesFor", () => {
  it("gives half of the racemate as each enantiomer, in umol, and judges an infusion at its end", () => {
    const each = 17_500 / 237.73;
    expect(dosesFor(infusion)).toEqual([
      { time: 48, compartment: "A1_S", amount: each, duration: 2 / 3 },
      { time: 48, compartment: "A1_R", amount: each, duration: 2 / 3 },
      { time: 48 + 2 / 3, compartment: "PLX", amount: 1, duration: 0 },
    ]);
  });

  it("gives esketamine to esketamine's compartments alone", () => {
    expect(dosesFor({ ...infusion, drug: "esketamine" }).map(({ compartment }) => compartment)).toEqual([
      "A1_S",
      "PLX",
    ]);
  });

  it("splits later nasal devices so that their nasal fraction is fd of the first", () => {
    const doses = dosesFor(devices, { parameters: { fd: 0.5 } });
    const spray = 28_000 / 237.73;
    const of = (compartment: string) => doses.filter((dose) => dose.compartment === compartment);
    expect(of("nasal_fast_S").map(({ amount }) => amount)).toEqual([spray, spray / 2, spray / 2]);
    expect(of("nasal_slow_S").map(({ amount }) => amount)).toEqual([spray, spray / 2, spray / 2]);
    expect(of("swallowed_S").map(({ amount }) => amount)).toEqual([spray, spray / 2, spray / 2]);
    expect(of("gut_S").map(({ amount, time }) => [amount, time])).toEqual([
      [spray / 2, 5 / 60],
      [spray / 2, 10 / 60],
    ]);
    expect(of("swallowed_S").every(({ duration }) => duration === 0.53)).toBe(true);
  });

  it("judges a nasal session 40 min after its first spray", () => {
    const expectancy = dosesFor(devices).filter(({ compartment }) => compartment === "PLX");
    expect(expectancy).toEqual([{ time: 0.6667, compartment: "PLX", amount: 1, duration: 0 }]);
  });

  it("sends injections and oral doses to their own compartments", () => {
    const compartments = (route: "im" | "sc" | "po") =>
      dosesFor({ ...infusion, route, duration_h: 0 }).map(({ compartment, duration }) => `${compartment} ${duration}`);
    expect(compartments("im")).toEqual(["muscle_S 0", "muscle_R 0", "PLX 0"]);
    expect(compartments("sc")).toEqual(["subcutis_S 0", "subcutis_R 0", "PLX 0"]);
    expect(compartments("po")).toEqual(["gut_S 0.32", "gut_R 0.32", "PLX 0"]);
  });

  it("loses nothing: what is held and what runs off is the whole spray, for any devices and any fd", () => {
    const session = fc.record({
      strength_mg: fc.double({ min: 1, max: 50, noNaN: true }),
      count: fc.integer({ min: 1, max: 6 }),
      gap_h: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(session, fc.double({ min: 0, max: 1, noNaN: true }), (device, fd) => {
        const amount_mg = device.strength_mg * device.count;
        const doses = dosesFor({ ...devices, amount_mg, device }, { parameters: { fd } });
        const total = doses
          .filter(({ compartment }) => compartment === "swallowed_S" || compartment === "gut_S")
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(total).toBeCloseTo((1000 * amount_mg) / 237.73, 6);
        expect(doses.map(({ time }) => time)).toEqual(doses.map(({ time }) => time).sort((a, b) => a - b));
      }),
    );
  });

  it.each([
    { wrong: { amount_mg: -1 }, path: "amount_mg" },
    { wrong: { amount_mg: Number.NaN }, path: "amount_mg" },
    { wrong: { duration_h: 0 }, path: "duration_h" },
    { wrong: { time_h: Number.POSITIVE_INFINITY }, path: "time_h" },
    { wrong: { route: "im" as const }, path: "duration_h" },
    { wrong: { device: { strength_mg: 35, count: 1, gap_h: 0 } }, path: "device.count" },
    { wrong: { ...devices, amount_mg: 56 }, path: "amount_mg" },
    { wrong: { ...devices, device: { strength_mg: 56, count: 1.5, gap_h: 0 } }, path: "device.count" },
    { wrong: { ...devices, device: { strength_mg: 28, count: 3, gap_h: -1 } }, path: "device.gap_h" },
  ])("refuses $wrong at $path instead of repairing it", ({ wrong, path }) => {
    const attempt = () => dosesFor({ ...infusion, ...wrong });
    expect(attempt).toThrow(KetamineError);
    expect(attempt).toThrow(expect.objectContaining({ code: "ketamine-administration-invalid", path }));
  });
});

describe("freeBase", () => {
  it("finds 28 mg in a device of 32.3 mg hydrochloride, as the label says", () => {
    // Half of the label's last digit, carried to base.
    expect(Math.abs(freeBase(32.3, "hydrochloride") - 28)).toBeLessThan(0.05);
    expect(freeBase(28, "base")).toBe(28);
  });
});
