import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dose } from "./dose.ts";
import { combineRegimens, repeatDose } from "./regimen.ts";

const dose: Dose = { time: 9, compartment: "central", amount: 35, duration: 2 / 3 };

describe("repeatDose", () => {
  it("spaces doses by the interval, the first at the dose's own time, and changes nothing else", () => {
    expect(repeatDose(dose, { count: 3, interval: 24 })).toEqual([dose, { ...dose, time: 33 }, { ...dose, time: 57 }]);
  });

  it("does not drift: the thousandth dose is at exactly time + 999 intervals", () => {
    expect(repeatDose({ ...dose, time: 0 }, { count: 1000, interval: 0.1 })[999]!.time).toBe(999 * 0.1);
  });

  it.each([
    [{ count: 0, interval: 1 }, "count"],
    [{ count: 1.5, interval: 1 }, "count"],
    [{ count: 2, interval: 0 }, "interval"],
    [{ count: 2, interval: Number.POSITIVE_INFINITY }, "interval"],
  ])("refuses %o", (repetition, path) => {
    expect(() => repeatDose(dose, repetition)).toThrow(new RegExp(`${path}.*E-REPEAT`));
  });
});

describe("combineRegimens", () => {
  it("orders doses by time, keeps the order of equal times, and leaves its arguments alone", () => {
    const times = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(times, times, (first, second) => {
        const regimens = [first, second].map((list, r) =>
          list.map((time, k) => ({ ...dose, time, amount: 100 * r + k })),
        );
        const before = structuredClone(regimens);
        const combined = combineRegimens(...regimens);
        expect(regimens).toEqual(before);
        expect(combined).toEqual(
          regimens
            .flat()
            .toSorted((a, b) => a.time - b.time || a.amount - b.amount || 0)
            .toSorted((a, b) => a.time - b.time),
        );
        expect(combined.map(({ time }) => time)).toEqual([...first, ...second].sort((a, b) => a - b));
      }),
    );
  });
});
