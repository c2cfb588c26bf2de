import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatUnit } from "./format-unit.ts";
import { parseUnit } from "./parse-unit.ts";
import { unitAtoms } from "./unit-atoms.ts";
import { dimensionless, multiplyUnits, powerUnit, sameUnit } from "./units.ts";

describe("formatUnit", () => {
  it.each([
    ["mg.L-1", "mg/L"],
    ["ng/mL/h", "ug/L/h"],
    ["1", "1"],
    ["%", "%"],
    ["1/min", "1/min"],
    ["L.mg/L/h", "mg/h"],
    ["m", "m"],
    ["kg.mm[Hg]", "kg.mm[Hg]"],
    ["ng/mg", "1/1000000"],
  ])("writes %s as %s", (text, written) => {
    expect(formatUnit(parseUnit(text))).toBe(written);
  });

  it("shows the half exponents a square root leaves", () => {
    expect(formatUnit(powerUnit(parseUnit("mg/L"), 0.5))).toMatch(/g\^0\.5/);
  });

  it("is read back as the same unit", () => {
    const factor = fc.tuple(fc.constantFrom(...unitAtoms.values()), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(fc.array(factor, { maxLength: 5 }), (factors) => {
        const unit = factors.reduce((u, [atom, e]) => multiplyUnits(u, powerUnit(atom, e)), dimensionless);
        expect(sameUnit(parseUnit(formatUnit(unit)), unit)).toBe(true);
      }),
    );
  });
});
