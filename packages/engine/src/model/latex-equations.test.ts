import { describe, expect, it } from "vitest";
import { latexEquations } from "./latex-equations.ts";
import { parseModel } from "./parse-model.ts";

const latex = (text: string) => latexEquations(parseModel([{ name: "m", text }]));

describe("latexEquations", () => {
  it.each([
    ["a + b*c", "a + b \\cdot c"],
    ["(a + b)*c", "\\left(a + b\\right) \\cdot c"],
    ["a - (b - c)", "a - \\left(b - c\\right)"],
    ["CL/V_c*x", "\\frac{\\mathrm{CL}}{V_{\\mathrm{c}}} \\cdot x"],
    ["(a/b)^n", "{\\left(\\frac{a}{b}\\right)}^{n}"],
    ["a^b^c", "{a}^{{b}^{c}}"],
    ["-a*b", "-a \\cdot b"],
    ["a*-b", "a \\cdot \\left(-b\\right)"],
    ["1e-7*t", "10^{-7} \\cdot t"],
    ["2.5e21", "2.5 \\cdot 10^{21}"],
    ["log(x) + log10(x)", "\\ln\\left(x\\right) + \\log_{10}\\left(x\\right)"],
    ["sqrt(abs(x))", "\\sqrt{\\left|x\\right|}"],
    ["max(a, b + 1)", "\\max\\left(a, b + 1\\right)"],
    [
      "(a <= b && !(c != d))*2",
      "\\left(a \\le b \\land \\left(\\lnot \\left(c \\ne d\\right)\\right)\\right) \\cdot 2",
    ],
    ["eta_CL_ket", "\\mathrm{eta}_{\\mathrm{CL,ket}}"],
  ])("typesets %s", (text, expected) => {
    expect(latex(`y = ${text}`)[0]!.right).toBe(expected);
  });

  it("typesets every left side, with unit and label", () => {
    const text = "d/dt(x) = k  # [mg] amount\nx(0) = k\nf(x) = k\nalag(x) = k\ndur(x) = k\nrate(x) = k";
    const equations = latex(text);
    expect(equations.map(({ left }) => left)).toEqual([
      "\\frac{\\mathrm{d}\\,x}{\\mathrm{d}t}",
      "x(0)",
      "F\\left(x\\right)",
      "t_{\\mathrm{lag}}\\left(x\\right)",
      "D\\left(x\\right)",
      "R\\left(x\\right)",
    ]);
    expect(equations[0]).toMatchObject({ unit: "mg", label: "amount", conditions: [] });
  });

  it("says under which conditions an equation applies", () => {
    const text = "if (a > b) { y = 1 } else if (a == b) { y = 2 } else { y = 3 }";
    expect(latex(text).map(({ conditions }) => conditions)).toEqual([
      ["a > b"],
      ["\\lnot \\left(a > b\\right)", "a = b"],
      ["\\lnot \\left(a > b\\right)", "\\lnot \\left(a = b\\right)"],
    ]);
  });
});
