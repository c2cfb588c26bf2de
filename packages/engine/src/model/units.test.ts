import { describe, expect, it } from "vitest";
import { parseUnit } from "./parse-unit.ts";
import { baseUnit, describeFactor, dimensionless, powerUnit, sameDimension, sameUnit, scaleUnit } from "./units.ts";

describe("unit algebra", () => {
  it("keeps drug mass and body weight apart, so that mg/kg never becomes a number", () => {
    expect(sameDimension(parseUnit("mg/kg"), dimensionless)).toBe(false);
  });

  it("tells a difference of scale from a difference of dimension", () => {
    expect(sameDimension(parseUnit("1/min"), parseUnit("1/h"))).toBe(true);
    expect(sameUnit(parseUnit("1/min"), parseUnit("1/h"))).toBe(false);
    expect(sameDimension(parseUnit("mg"), parseUnit("umol"))).toBe(false);
  });

  it.each([
    ["1/min", "1/h", "60"],
    ["h", "d", "1/24"],
    ["mg/L", "ng/mL", "1000"],
    ["a", "d", "1461/4"], // 365.25
    ["wk", "s", "604800"],
    ["m2", "cm2", "10000"],
    ["%", "1", "1/100"],
  ])("says that one %s is %s times %s", (from, to, factor) => {
    expect(describeFactor(parseUnit(from), parseUnit(to))).toBe(factor);
  });

  it("halves exponents exactly, so that a squared square root is the unit itself", () => {
    const unit = parseUnit("mg3/min");
    expect(powerUnit(powerUnit(unit, 0.5), 2)).toEqual(unit);
  });

  it("writes a scale that is no fraction as a rounded decimal", () => {
    expect(describeFactor(powerUnit(parseUnit("1/min"), 0.5), powerUnit(parseUnit("1/h"), 0.5))).toBe("7.74597"); // √60
  });

  it("refuses a scale with a prime it does not hold", () => {
    expect(scaleUnit(11n)).toBeUndefined();
    expect(scaleUnit(8766n)).toBeDefined();
  });

  it("gives equal vectors to equal units, without negative zeros", () => {
    expect(powerUnit(baseUnit("time"), 0)).toEqual(dimensionless);
    expect(parseUnit("h-1")).toEqual(parseUnit("1/h"));
  });
});
