import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuantity, inSeconds, quantityPattern, readQuantity } from "./quantity.ts";

const dose = { units: ["mg/kg", "mg"], example: "0.5 mg/kg" };
const time = { units: ["min", "h"], example: "40 min" };

describe("a quantity", () => {
  it.each([
    ["0.5 mg/kg", dose, { value: 0.5, unit: "mg/kg" }],
    ["28 mg", dose, { value: 28, unit: "mg" }],
    ["28mg", dose, { value: 28, unit: "mg" }],
    ["  40   min ", time, { value: 40, unit: "min" }],
    ["56 d", { units: ["d"], example: "56 d" }, { value: 56, unit: "d" }],
    ["2 points", { units: ["points"], example: "2 points" }, { value: 2, unit: "points" }],
    ["140 mmHg", { units: ["mmHg"], example: "140 mmHg" }, { value: 140, unit: "mmHg" }],
  ])("reads %j", (text, rule, quantity) => {
    expect(readQuantity(text, rule)).toEqual({ ok: true, quantity });
  });

  it.each([
    [0.5, "needs a unit, e.g. 0.5 mg/kg"],
    ["0.5", "needs a unit, e.g. 0.5 mg/kg, found 0.5"],
    ["0,5 mg/kg", "has a decimal comma; write a point, e.g. 0.5 mg/kg, found 0,5 mg/kg"],
    [",5 mg/kg", "has a decimal comma; write a point, e.g. 0.5 mg/kg, found ,5 mg/kg"],
    ["-0.5 mg/kg", "must not be negative, found -0.5 mg/kg"],
    ["\u22120.5 mg/kg", "must not be negative, found \u22120.5 mg/kg"],
    ["0.5 mg", undefined],
    ["0.5 ug/kg", "must be in mg/kg or mg, e.g. 0.5 mg/kg, found 0.5 ug/kg"],
    ["0.5 MG/KG", "must be in mg/kg or mg, e.g. 0.5 mg/kg, found 0.5 MG/KG"],
    ["5e-1 mg/kg", "must be written without an exponent, e.g. 0.5 mg/kg, found 5e-1 mg/kg"],
    ["Infinity mg", "must be a finite number, e.g. 0.5 mg/kg, found Infinity mg"],
    [".inf", "must be a finite number, e.g. 0.5 mg/kg, found .inf"],
    ["NaN mg", "must be a finite number, e.g. 0.5 mg/kg, found NaN mg"],
    ["0 mg", "must be above zero, found 0 mg"],
    [".5 mg", "must be a plain decimal number with a unit, e.g. 0.5 mg/kg, found .5 mg"],
    ["1.5.2 mg", "must be a plain decimal number with a unit, e.g. 0.5 mg/kg, found 1.5.2 mg"],
    ["half mg", "must be a plain decimal number with a unit, e.g. 0.5 mg/kg, found half mg"],
    ["", "must be a plain decimal number with a unit, e.g. 0.5 mg/kg, found "],
    [null, "must be a number with a unit, e.g. 0.5 mg/kg"],
    [`${"9".repeat(400)} mg`, "must be a number with a unit in at most 40 characters"],
  ])("treats %j as it deserves", (input, reason) => {
    const reading = readQuantity(input, dose);
    expect(reading.ok ? undefined : reading.reason).toBe(reason);
  });

  it("may be zero only where the place says so", () => {
    expect(readQuantity("0 min", time).ok).toBe(false);
    expect(readQuantity("0 min", { ...time, zeroAllowed: true }).ok).toBe(true);
  });

  it("reads back what it writes, and the pattern for editors agrees", () => {
    const decimal = fc.integer({ min: 1, max: 9_999_999 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(decimal, fc.constantFrom(...dose.units), (value, unit) => {
        const text = formatQuantity({ value, unit });
        expect(readQuantity(text, dose)).toEqual({ ok: true, quantity: { value, unit } });
        expect(text).toMatch(new RegExp(quantityPattern(dose)));
      }),
    );
  });

  it("never reads anything its pattern refuses", () => {
    const pattern = new RegExp(quantityPattern(dose));
    const pieces = fc.constantFrom("0", "5", ".", ",", "-", "e", " ", "mg", "mg/kg", "min", "/", "inf");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        if (readQuantity(text, dose).ok) expect(text.trim()).toMatch(pattern);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a time in seconds", () => {
  it.each([
    ["40 min", 2400],
    ["1.5 h", 5400],
    ["56 d", 4_838_400],
    ["2 wk", 1_209_600],
    ["90 s", 90],
  ])("%s is %i s", (text, seconds) => {
    const reading = readQuantity(text, { units: ["s", "min", "h", "d", "wk"], example: "40 min" });
    expect(reading.ok && inSeconds(reading.quantity)).toBe(seconds);
  });

  it("refuses what is not a time", () => {
    expect(() => inSeconds({ value: 1, unit: "mg" })).toThrow("cannot convert 1 mg to seconds");
  });
});
