import { describe, expect, it } from "vitest";
import { checkModel } from "./check-model.ts";
import type { CheckedModel } from "./checked-model.ts";
import type { InputDeclaration } from "./input-declaration.ts";
import { limits } from "./limits.ts";
import { ModelError } from "./model-error.ts";
import { parseModel } from "./parse-model.ts";

/** Inputs by name; the unit follows from the name's first letters in this table. */
const units: Readonly<Record<string, string>> = {
  CL: "L/h",
  V: "L",
  k: "1/h",
  k_min: "1/min",
  EC50: "mg/L",
  Emax: "1",
  hill: "1",
  WT: "kg",
  dose: "mg",
  share: "%",
  MW: "g/mol",
  T: "h",
  MAP: "mm[Hg]",
};

/** Checks `text` with exactly those inputs of the table above that it mentions. */
function check(text: string): CheckedModel {
  const inputs: InputDeclaration[] = Object.entries(units)
    .filter(([name]) => new RegExp(`(?<![\\w.])${name}(?![\\w.])`).test(text))
    .map(([name, unit]) => ({ name, unit, kind: "parameter" }));
  return checkModel(parseModel([{ name: "m", text }]), inputs);
}

const errorOf = (run: () => unknown): ModelError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error("accepted");
};

const decay = "d/dt(x) = -k*x  # [mg]\n";
const unitOf = (text: string, name: string) => check(text).variables.find((v) => v.name === name)?.unit;

describe("units of equations", () => {
  it.each([
    ["d/dt(x) = -CL/V*x  # [mg]", "a rate constant from clearance and volume"],
    ["d/dt(x) = 0  # [mg]", "zero fits every unit"],
    [`${decay}y = max(x, 0) + 0`, "zero as an argument"],
    [`${decay}y = exp(-k*t)`, "rate times time is a number"],
    [`${decay}C = x/V  # [mg/L]\ne = Emax*(C/EC50)^hill/(1 + (C/EC50)^hill)`, "a Hill function of a ratio"],
    [`${decay}y = (x/V)^2  # [mg2/L2]`, "whole powers multiply the unit"],
    [`${decay}y = x^-1  # [mg-1]`, "negative powers too"],
    [`${decay}y = sqrt(x*x) + x`, "a square root halves it"],
    [`${decay}reference = 70  # [kg]\ny = (WT/reference)^0.75`, "a named constant"],
    [`${decay}per = 1000  # [umol.g/(mol.mg)]\ny = x/MW*per  # [umol]`, "mass to amount by a named factor"],
    [`${decay}if (t > T) { y = x } else { y = 0 }\nz = y + x`, "zero in one branch"],
    [`${decay}y = 0\nif (t > T) { y = x }\nz = y + x`, "zero first, a unit later"],
    [`${decay}y = (x > dose)*x`, "a comparison as 0 or 1"],
    [`${decay}y = abs(min(x, dose, 0))  # [mg]`, "the unit survives abs and min"],
    [`${decay}x(0) = dose\nf(x) = Emax\nalag(x) = T\ndur(x) = T\nrate(x) = k*dose`, "dosing properties"],
    [`${decay}x(0) = 5  # [mg]\nalag(x) = 0.5  # [h]`, "constants behind dosing properties"],
    [`${decay}hundred = 100  # [%]\ny = Emax*hundred  # [%]`, "percent has a scale"],
    [`${decay}y = MAP/MAP + Emax`, "equal units cancel"],
  ])("accepts %j (%s)", (text) => {
    expect(() => check(text)).not.toThrow();
  });

  it.each([
    ["d/dt(x) = -k_min*x  # [mg]", "E-UNIT-SCALE", "1:11", "60"],
    ["d/dt(x) = -CL*x  # [mg]", "E-UNIT-MISMATCH", "1:11", "mg.L/h"],
    ["d/dt(x) = -k*x  # [mg]\ny = x/V  # [ng/mL]", "E-UNIT-SCALE", "2:5", "1000"],
    ["d/dt(x) = -k*x  # [mg]\ny = x + dose/V", "E-UNIT-MISMATCH", "2:5", "mg/L"],
    ["d/dt(x) = -k*x  # [mg]\ny = k - k_min", "E-UNIT-SCALE", "2:5", "1/60"],
    ["d/dt(x) = -k*x  # [mg]\ny = x + 1", "E-UNIT-MISMATCH", "2:5", "limit = 24"],
    ["d/dt(x) = -k*x  # [mg]\ny = 2 + exp(x)", "E-UNIT-MISMATCH", "2:13", "exp"],
    ["d/dt(x) = -k*x  # [mg]\ny = log(share)", "E-UNIT-SCALE", "2:9", "1/100"],
    ["d/dt(x) = -k*x  # [mg]\ny = sqrt(x) + x", "E-UNIT-MISMATCH", "2:5", "mg^0.5"],
    ["d/dt(x) = -k*x  # [mg]\ny = max(x, k)", "E-UNIT-MISMATCH", "2:12", "max"],
    ["d/dt(x) = -k*x  # [mg]\ny = x^0.75", "E-UNIT-EXPONENT", "2:7", "reference"],
    ["d/dt(x) = -k*x  # [mg]\ny = x^0.5", "E-UNIT-EXPONENT", "2:7", "sqrt"],
    ["d/dt(x) = -k*x  # [mg]\ny = x^hill", "E-UNIT-EXPONENT", "2:7", "reference"],
    ["d/dt(x) = -k*x  # [mg]\ny = hill^x", "E-UNIT-MISMATCH", "2:10", "exponent"],
    ["d/dt(x) = -k*x  # [mg]\nif (t > 24) { y = 1 }", "E-UNIT-MISMATCH", "2:5", "literal"],
    ["d/dt(x) = -k*x  # [mg]\ny = (x < k)", "E-UNIT-MISMATCH", "2:6", "compare"],
    ["d/dt(x) = -k*x  # [mg]\ny = x\ny = k", "E-UNIT-MISMATCH", "3:1", "before"],
    ["d/dt(x) = -k*x  # [mg]\nif (t > T) { y = x } else { y = k }", "E-UNIT-MISMATCH", "2:29", "before"],
    ["d/dt(x) = -k*x  # [mg]\ny = x/WT  # [1]", "E-UNIT-MISMATCH", "2:5", "mg/kg"],
    ["d/dt(x) = -k*x  # [mg]\ny = 2*3  # [mg]", "E-UNIT-MISMATCH", "2:5", "mg"],
    ["d/dt(x) = -k*x  # [mg]\nx(0) = V", "E-UNIT-MISMATCH", "2:8", "x(0)"],
    ["d/dt(x) = -k*x  # [mg]\nf(x) = share", "E-UNIT-SCALE", "2:8", "f(x)"],
    ["d/dt(x) = -k*x  # [mg]\nalag(x) = V", "E-UNIT-MISMATCH", "2:11", "alag(x)"],
    ["d/dt(x) = -k*x  # [mg]\nrate(x) = dose", "E-UNIT-MISMATCH", "2:11", "rate(x)"],
    ["d/dt(x) = -k*x  # [mg]\ndur(x) = 2  # [min]", "E-UNIT-SCALE", "2:10", "1/60"],
    ["d/dt(x) = 5  # [mg]", "E-UNIT-MISMATCH", "1:11", "mg/h"],
    ["d/dt(x) = -k*x  # [mgg]", "E-UNIT-UNKNOWN", "1:20", "mgg"],
    ["d/dt(x) = -k*x  # [mg/ L]", "E-UNIT-SYNTAX", "1:23", "spaces"],
  ])("refuses %j with %s at %s", (text, code, position, words) => {
    const error = errorOf(() => check(text));
    expect({ code: error.code, path: error.path }).toEqual({ code, path: `m:${position}` });
    expect(error.message).toContain(words);
  });

  it("names the factor when only the scale differs", () => {
    expect(errorOf(() => check("d/dt(x) = -k_min*x  # [mg]")).message).toBe(
      "m:1:11: Cannot set d/dt(x) to mg/min: it must be in mg/h: one mg/min is 60 times mg/h, so a factor 60 is missing [E-UNIT-SCALE]",
    );
  });

  it("infers units that are not written", () => {
    expect(unitOf(`${decay}C = x/V`, "C")).toBe("mg/L");
    expect(unitOf(`${decay}y = 0`, "y")).toBe("1");
  });

  it("keeps a written unit as its author wrote it", () => {
    expect(unitOf(`${decay}score = x/dose  # [{points}] severity`, "score")).toBe("{points}");
  });

  it("takes the written unit of a variable from whichever assignment carries one", () => {
    const model = check(`${decay}y = x/dose\ny = 2*y  # [{points}] doubled`);
    expect(model.variables).toEqual([
      { name: "y", unit: "{points}", label: "doubled", isAnnotated: true, isAlwaysAssigned: true },
    ]);
  });

  it("stops squaring that would run away", () => {
    const squares = Array.from({ length: 12 }, () => "y = y*y").join("\n");
    const distinct = squares.split("\n").map((_, i) => `y${i + 1} = y${i}*y${i}`);
    expect(errorOf(() => check(`${decay}y0 = x\n${distinct.join("\n")}`)).code).toBe("E-LIMIT");
  });
});

describe("names", () => {
  it.each([
    [`${decay}y = Vm`, "E-NAME-UNKNOWN", "2:5", undefined],
    [`${decay}y = Emax*Emx`, "E-NAME-UNKNOWN", "2:10", "Emax"],
    [`${decay}total = x\ny = totl`, "E-NAME-UNKNOWN", "3:5", "total"],
    [`${decay}y = z\nz = x`, "E-NAME-UNASSIGNED", "2:5", undefined],
    [`${decay}y = y + x`, "E-NAME-UNASSIGNED", "2:5", undefined],
    [`${decay}if (t > T) { y = x }\nz = y`, "E-NAME-UNASSIGNED", "3:5", undefined],
    [`${decay}if (t > T) { y = x } else { z = y }`, "E-NAME-UNASSIGNED", "2:33", undefined],
    [`${decay}V = x`, "E-INPUT-ASSIGNED", "2:1", undefined],
    [`${decay}d/dt(V) = k  # [1]`, "E-INPUT-ASSIGNED", "2:1", undefined],
    [`${decay}x = k`, "E-STATE-ASSIGNED", "2:1", undefined],
    [`${decay}${decay}`, "E-STATE-TWICE", "2:1", undefined],
    [`${decay}x(0) = dose\nif (t > T) { x(0) = 0 } else {}`, "E-STATE-TWICE", "3:14", undefined],
    ["if (t > T) { d/dt(x) = -k*x  # [mg]\n}", "E-STATE-PARTIAL", "1:14", undefined],
    [`${decay}if (t > T) { f(x) = 0 }`, "E-STATE-PARTIAL", "2:14", undefined],
    ["d/dt(x) = -k*x", "E-STATE-UNIT", "1:1", undefined],
    ["if (t > T) { d/dt(x) = 0  # [mg]\n} else { d/dt(x) = 0  # [L]\n}", "E-UNIT-MISMATCH", "2:26", undefined],
    [`${decay}dept(0) = 0`, "E-STATE-UNKNOWN", "2:1", undefined],
    ["d/dt(depot) = 0  # [mg]\nf(dept) = 0", "E-STATE-UNKNOWN", "2:1", "depot"],
    [`${decay}x(0) = x`, "E-INITIAL-DEPENDS", "2:8", undefined],
    [`${decay}y = dose*(t/T)\nx(0) = y`, "E-INITIAL-DEPENDS", "3:8", undefined],
    [`${decay}if (t > T) { y = dose } else { y = 0 }\nx(0) = y`, "E-INITIAL-DEPENDS", "3:8", undefined],
    [`${decay}if (x) { y = 1 }`, "E-CONDITION", "2:5", undefined],
    [`${decay}if (x > 0 && hill) { y = 1 }`, "E-CONDITION", "2:14", undefined],
    [`${decay}y = !x`, "E-CONDITION", "2:6", undefined],
  ])("refuses %j with %s at %s", (text, code, position, suggestion) => {
    const error = errorOf(() => check(text));
    expect({ code: error.code, path: error.path, suggestion: error.suggestion }).toEqual({
      code,
      path: `m:${position}`,
      suggestion,
    });
  });

  it.each([
    [
      [
        { name: "k", unit: "1/h", kind: "parameter" },
        { name: "z", unit: "1", kind: "eta" },
      ],
      "E-INPUT-UNUSED",
      "inputs[1]",
    ],
    [[{ name: "2z", unit: "1", kind: "parameter" }], "E-INPUT-NAME", "inputs[0].name"],
    [[{ name: "__proto__", unit: "1", kind: "parameter" }], "E-INPUT-NAME", "inputs[0].name"],
    [[{ name: "time", unit: "h", kind: "parameter" }], "E-INPUT-NAME", "inputs[0].name"],
    [[{ name: "k", unit: "1/hr", kind: "parameter" }], "E-UNIT-UNKNOWN", "inputs[0].unit"],
    [[{ name: "k", unit: "1/h", kind: "eta" }], "E-INPUT-UNIT", "inputs[0].unit"],
    [
      [
        { name: "k", unit: "1/h", kind: "parameter" },
        { name: "k", unit: "1/h", kind: "covariate" },
      ],
      "E-INPUT-DUPLICATE",
      "inputs[1].name",
    ],
  ] as const)("refuses the inputs %j with %s", (inputs, code, path) => {
    const error = errorOf(() => checkModel(parseModel([{ name: "m", text: decay }]), inputs));
    expect({ code: error.code, path: error.path }).toEqual({ code, path });
  });

  it("takes inputs named like members of JavaScript objects", () => {
    const parsed = parseModel([{ name: "m", text: "d/dt(toString) = -constructor*toString  # [mg]" }]);
    expect(checkModel(parsed, [{ name: "constructor", unit: "1/h", kind: "parameter" }]).states[0]!.name).toBe(
      "toString",
    );
  });

  it("refuses more states than it can hold", () => {
    const text = Array.from({ length: limits.states + 1 }, (_, i) => `d/dt(x${i}) = 0  # [mg]`).join("\n");
    expect(errorOf(() => check(text)).code).toBe("E-LIMIT");
  });
});

describe("what a checked model tells", () => {
  const model = check(`d/dt(depot) = -k*depot  # [mg]
d/dt(central) = k*depot - CL/V*central  # [mg]
C = central/V  # [mg/L] plasma concentration
half = C/2
if (t > T) { late = C }
rate(central) = k*dose; alag(depot) = T
f(depot) = Emax`);

  it("lists states in order of their derivatives", () => {
    expect(model.states).toEqual([
      { name: "depot", unit: "mg" },
      { name: "central", unit: "mg" },
    ]);
  });

  it("lists variables in order of assignment", () => {
    expect(model.variables).toEqual([
      { name: "C", unit: "mg/L", label: "plasma concentration", isAnnotated: true, isAlwaysAssigned: true },
      { name: "half", unit: "mg/L", label: "", isAnnotated: false, isAlwaysAssigned: true },
      { name: "late", unit: "mg/L", label: "", isAnnotated: false, isAlwaysAssigned: false },
    ]);
  });

  it("lists dosing properties by state", () => {
    expect(model.modifiers).toEqual([
      { state: 0, kind: "bioavailability" },
      { state: 0, kind: "lag" },
      { state: 1, kind: "rate" },
    ]);
  });
});
