import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelError } from "./model-error.ts";
import { parseUnit } from "./parse-unit.ts";
import { sameUnit } from "./units.ts";

const errorOf = (text: string): ModelError => {
  try {
    parseUnit(text);
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
};

describe("parseUnit", () => {
  it.each([
    ["mL/min/kg", "mL/(min.kg)"],
    ["mg.h/L", "mg*h/L"],
    ["/h", "1/h"],
    ["h-1", "1/h"],
    ["L2", "L.L"],
    ["(mg/L)2", "mg2/L2"],
    ["60/h", "1/min"],
    ["{points}", "1"],
    ["{beats}/min", "1/min"],
    ["mg{base}/L", "mg/L"],
    ["mL/min/{1.73m2}", "mL/min"],
    ["uL", "L/1000000"],
    ["dL", "L/10"],
    ["1000.ng", "ug"],
    ["mg/L.h", "mg.h/L"], // UCUM: left to right
    ["mm[Hg]", "mm[Hg]"],
  ])("reads %s as %s", (a, b) => {
    expect(sameUnit(parseUnit(a), parseUnit(b))).toBe(true);
  });

  it.each([
    ["hr", "E-UNIT-UNKNOWN", 1, "h"],
    ["mg/l", "E-UNIT-UNKNOWN", 4, "L"],
    ["nM", "E-UNIT-UNKNOWN", 1, "nmol/L"],
    ["mmHg", "E-UNIT-UNKNOWN", 1, "mm[Hg]"],
    ["µg", "E-UNIT-UNKNOWN", 1, "ug"],
    ["constructor", "E-UNIT-UNKNOWN", 1, undefined],
    ["", "E-UNIT-SYNTAX", 1, undefined],
    ["mg/", "E-UNIT-SYNTAX", 4, undefined],
    ["mg / L", "E-UNIT-SYNTAX", 3, undefined],
    ["(mg", "E-UNIT-SYNTAX", 4, undefined],
    ["{points", "E-UNIT-SYNTAX", 1, undefined],
    ["mg)", "E-UNIT-SYNTAX", 3, undefined],
    ["10*3/uL", "E-UNIT-SYNTAX", 1, undefined],
    ["11.mg", "E-UNIT-SYNTAX", 1, undefined],
    ["0", "E-UNIT-SYNTAX", 1, undefined],
    ["mg101", "E-UNIT-SYNTAX", 6, undefined],
    ["mg".repeat(200), "E-UNIT-SYNTAX", 1, undefined],
  ])("refuses %s with %s at column %i", (text, code, column, suggestion) => {
    expect(errorOf(text)).toMatchObject({ code, path: `unit:1:${column}`, ...(suggestion && { suggestion }) });
  });

  it("meets arbitrary text with a unit or a ModelError", () => {
    const symbols = fc.constantFrom("mg", "L", "/", ".", "*", "(", ")", "{", "}", "2", "-", "h", "%", "__proto__", " ");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(symbols).map((parts) => parts.join("")),
        ),
        (text) => {
          try {
            parseUnit(text);
          } catch (error) {
            expect(error).toBeInstanceOf(ModelError);
          }
        },
      ),
    );
  });
});
