import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runStatements } from "../compile/reference.contract.ts";
import { limits } from "./limits.ts";
import { ModelError } from "./model-error.ts";
import { parseModel } from "./parse-model.ts";
import { targetText } from "./statement.ts";

const parse = (text: string) => parseModel([{ name: "m", text }]);

/** The value of a constant expression. */
const constantValue = (text: string) => runStatements(parse(`y = ${text}`).statements, new Map()).get("y");

const errorOf = (text: string): ModelError => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
};

describe("expressions", () => {
  // Values worked by hand from R's operator table (help("Syntax")).
  it.each([
    ["2 + 3*4", 14],
    ["2*3^2", 18],
    ["-2^2", -4],
    ["(-2)^2", 4],
    ["2^-1", 0.5],
    ["2^-1*3", 1.5],
    ["2^3^2", 512],
    ["2**3", 8],
    ["pow(2, 3)^2", 64],
    ["-3*2 + 1", -5],
    ["- -3", 3],
    ["+3 - -2", 5],
    ["8/4/2", 1],
    ["8 - 4 - 2", 2],
    ["8/4*2", 4],
    ["1 + 2 < 4", 1],
    ["1 < 2 && 3 < 2", 0],
    ["1 < 2 || 1 < 2 && 2 < 1", 1],
    ["!1 > 2", 1],
    ["!(1 < 2) || 2 == 2", 1],
    ["min(3, max(1, 2), 5)", 2],
    ["log(exp(2)) + log10(100) + sqrt(9) + abs(-1)", 8],
    ["1e3 + .5 + 2. + 1.5E-1", 1002.65],
    ["1 +\n 2", 3],
    ["(1\n + 2\n)", 3],
  ])("reads %s as %d", (text, value) => {
    expect(constantValue(text)).toBeCloseTo(value, 12);
  });
});

describe("statements", () => {
  it("reads every kind of left side", () => {
    const text = "y = 1; d/dt(x) = 1; x(0) = 1; f(x) <- 1; alag(x) = 1; dur(x) = 1; rate(x) = 1";
    const targets = parse(text).statements.map((s) => (s.kind === "assignment" ? targetText(s.target) : "if"));
    expect(targets).toEqual(["y", "d/dt(x)", "x(0)", "f(x)", "alag(x)", "dur(x)", "rate(x)"]);
  });

  it("takes the unit and the label from a comment that begins with a bracket", () => {
    const [first, second] = parse("C = x/V  # [mm[Hg]]  systolic [seated]\nD = 1 # plain [mg]").statements;
    expect(first).toMatchObject({ annotation: { unit: "mm[Hg]", label: "systolic [seated]" } });
    expect(second).not.toHaveProperty("annotation");
  });

  it("takes a unit behind a semicolon and ignores brackets on a line of their own", () => {
    const [first, second] = parse("# [1] a citation\ny = 1;  # [mg]\nz = 2").statements;
    expect(first).toMatchObject({ annotation: { unit: "mg" } });
    expect(second).not.toHaveProperty("annotation");
  });

  it.each([
    ["if (1 < 2) { y = 1 } else { y = 2 }", 1],
    ["if (2 < 1) { y = 1 }\n\nelse\n{\n y = 2\n}", 2],
    ["if (2 < 1) { y = 1 } else if (1 < 2) { y = 5 } else { y = 2 }", 5],
    ["y = 0; if (1 < 2) { if (2 < 1) { y = 1 } }", 0],
  ])("runs %j", (text, value) => {
    expect(runStatements(parse(text).statements, new Map()).get("y")).toBe(value);
  });

  it("joins several sources in order", () => {
    const statements = parseModel([
      { name: "a", text: "y = 1" },
      { name: "b", text: "y = y + 1" },
    ]).statements;
    expect(runStatements(statements, new Map()).get("y")).toBe(2);
  });

  it("treats names that JavaScript objects carry like any others", () => {
    const { statements } = parse("constructor = 1\ntoString = constructor + 1\nhasOwnProperty = toString");
    expect(runStatements(statements, new Map()).get("hasOwnProperty")).toBe(2);
  });
});

describe("mistakes", () => {
  it.each([
    ["y = 1 $ 2", "E-CHARACTER", "1:7", undefined],
    ["y = a & b", "E-CHARACTER", "1:7", "&&"],
    ["y = a − b", "E-CHARACTER", "1:7", "-"],
    ["__proto__ = 1", "E-CHARACTER", "1:1", undefined],
    ["y = 💊", "E-CHARACTER", "1:5", undefined],
    ["y = 2x", "E-NUMBER", "1:5", undefined],
    ["y = 1.2.3", "E-NUMBER", "1:5", undefined],
    ["y = 1e999", "E-NUMBER", "1:5", undefined],
    ["y = 1e-999", "E-NUMBER", "1:5", undefined],
    ["y = 1\nz = \n", "E-SYNTAX", "3:1", undefined],
    ["y = (1 + 2", "E-SYNTAX", "1:11", undefined],
    ["y = 1 2", "E-SYNTAX", "1:7", undefined],
    ["y = 1 < 2 < 3", "E-SYNTAX", "1:11", undefined],
    ["if (x<-1) { y = 1 }", "E-SYNTAX", "1:6", undefined],
    ["y = 1 + !x", "E-SYNTAX", "1:9", undefined],
    ["y == 1", "E-SYNTAX", "1:3", undefined],
    ["1 = y", "E-SYNTAX", "1:1", undefined],
    ["if (1 < 2) y = 1", "E-SYNTAX", "1:12", undefined],
    ["if (1 < 2) {\n y = 1\n", "E-SYNTAX", "3:1", undefined],
    ["y = 1 }", "E-SYNTAX", "1:7", undefined],
    ["else { y = 1 }", "E-SYNTAX", "1:1", undefined],
    ["y = exp", "E-SYNTAX", "1:5", undefined],
    ["lag(x) = 1", "E-SYNTAX", "1:1", "alag(x)"],
    ["F(x) = 1", "E-SYNTAX", "1:1", "f(x)"],
    ["d/dy(x) = 1", "E-SYNTAX", "1:3", undefined],
    ["x(1) = 1", "E-SYNTAX", "1:3", undefined],
    ["f(2x) = 1", "E-NUMBER", "1:3", undefined],
    ["f(+) = 1", "E-SYNTAX", "1:3", undefined],
    ["t = 1", "E-RESERVED-NAME", "1:1", undefined],
    ["exp = 1", "E-RESERVED-NAME", "1:1", undefined],
    ["d/dt(time) = 1", "E-RESERVED-NAME", "1:6", undefined],
    ["y = sqr(2)", "E-FUNCTION-UNKNOWN", "1:5", "sqrt"],
    ["y = ln(2)", "E-FUNCTION-UNKNOWN", "1:5", "log"],
    ["y = constructor(2)", "E-FUNCTION-UNKNOWN", "1:5", undefined],
    ["y = d/dt(x)", "E-FUNCTION-UNKNOWN", "1:7", undefined],
    ["y = exp(1, 2)", "E-FUNCTION-ARGUMENTS", "1:5", undefined],
    ["y = max(1)", "E-FUNCTION-ARGUMENTS", "1:5", undefined],
    ["y = exp()", "E-FUNCTION-ARGUMENTS", "1:5", undefined],
    ["y = 1; z = 2  # [mg]", "E-UNIT-ANNOTATION", "1:18", undefined],
    ["y = 1 +  # [mg]\n 2", "E-UNIT-ANNOTATION", "1:10", undefined],
    ["if (1 < 2) {  # [mg]\n}", "E-UNIT-ANNOTATION", "1:15", undefined],
    ["y = 1  # [mg", "E-UNIT-ANNOTATION", "1:8", undefined],
  ])("refuses %j with %s at %s", (text, code, position, suggestion) => {
    const error = errorOf(text);
    expect({ code: error.code, path: error.path, suggestion: error.suggestion }).toEqual({
      code,
      path: `m:${position}`,
      suggestion,
    });
  });

  it("words a message as place, mistake, suggestion and code", () => {
    expect(errorOf("y = 1\nz = sqr(2)").message).toBe(
      "m:2:5: Unknown function sqr: known are exp log log10 sqrt abs min max pow (did you mean sqrt?) [E-FUNCTION-UNKNOWN]",
    );
  });
});

describe("limits", () => {
  it.each([
    ["text", `y = 1${" ".repeat(limits.textLength)}`],
    ["nested parentheses", `y = ${"(".repeat(1e4)}1${")".repeat(1e4)}`],
    ["unclosed parentheses", `y = ${"(".repeat(1e5)}`],
    ["signs", `y = ${"-".repeat(1e5)}1`],
    ["powers", `y = ${"2^".repeat(5e4)}1`],
    ["a long sum", `y = ${"1+".repeat(5e4)}1`],
    ["nested calls", `y = ${"exp(".repeat(2e4)}1${")".repeat(2e4)}`],
    ["nested blocks", `${"if (1 < 2) {".repeat(1e4)}${"}".repeat(1e4)}`],
    ["else-if chains", `if (1 < 2) {} ${"else if (1 < 2) {}".repeat(1e4)}`],
    ["names", Array.from({ length: limits.names + 1 }, (_, i) => `x${i} = 1`).join("\n")],
    ["one long name", "x".repeat(limits.nameLength + 1)],
  ])("stop %s quickly", (_, text) => {
    const start = performance.now();
    expect(errorOf(text).code).toBe("E-LIMIT");
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("arbitrary text", () => {
  const fragments = fc.constantFrom(
    ..."y x t d/dt(x) x(0) f(x) = <- + - * / ^ ( ) { } if else && || ! < == ; \n , 1 2.5 .5e-3 exp( min( # # [mg]".split(
      " ",
    ),
    "\n",
    "__proto__",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(" ")),
  );

  it("gives a model or a ModelError, never anything else", () => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ModelError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
