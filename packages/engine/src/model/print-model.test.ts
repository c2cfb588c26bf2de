import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BinaryOperator, Expression } from "./expression.ts";
import { parseModel } from "./parse-model.ts";
import { printExpression } from "./print-expression.ts";
import { printModel } from "./print-model.ts";
import type { Assignment, Statement } from "./statement.ts";

const parse = (text: string) => parseModel([{ name: "m", text }]);

/** Trees as plain data, spans removed. */
const withoutSpans = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (/span/i.test(key) ? undefined : value)));

const span = { source: { name: "m", text: "" }, start: 0, end: 0 };
const operators = (symbols: string) => symbols.split(" ") as readonly BinaryOperator[];

/** Random trees, of every shape the grammar can produce: numbers everywhere, comparisons and logic among them. */
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 7, depthSize: "medium" },
    fc
      .double({ min: 0, noNaN: true, noDefaultInfinity: true })
      .map((value): Expression => ({ kind: "number", value: value + 0, span })),
    fc.constantFrom("x", "CL", "eta.CL").map((name): Expression => ({ kind: "name", name, span })),
    fc.constant<Expression>({ kind: "time", span }),
    fc.record({
      kind: fc.constant("unary" as const),
      operator: fc.constantFrom("-" as const, "!" as const),
      operand: tie("expression"),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant("binary" as const),
      operator: fc.constantFrom(...operators("+ - * / ^ < <= > >= == != && ||")),
      left: tie("expression"),
      right: tie("expression"),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      name: fc.constantFrom("min" as const, "max" as const),
      arguments: fc.array(tie("expression"), { minLength: 2, maxLength: 3 }),
      span: fc.constant(span),
    }),
  ),
}));

describe("printing", () => {
  it("writes what is read back as the same tree", () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const [statement] = parse(`y = ${printExpression(tree)}`).statements;
        expect(withoutSpans((statement as Assignment).value)).toEqual(withoutSpans(tree));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["a+b*c", "a + b*c"],
    ["(a+b)*c", "(a + b)*c"],
    ["a-(b-c)", "a - (b - c)"],
    ["(a-b)-c", "a - b - c"],
    ["a/(b*c)", "a/(b*c)"],
    ["(-a)^2", "(-a)^2"],
    ["-(a^2)", "-a^2"],
    ["(a^b)^c", "(a^b)^c"],
    ["a^(b^c)", "a^b^c"],
    ["-(a*b)", "-(a*b)"],
    ["-a*b", "-a*b"],
    ["(a<b)+1", "(a < b) + 1"],
    ["!(a<b)&&c==d", "!(a < b) && c == d"],
    ["pow(a,2)", "a^2"],
    ["1e21*time", "1e+21*t"],
  ])("writes %s as %s", (text, printed) => {
    expect(printModel(parse(`y = ${text}`))).toBe(`y = ${printed}\n`);
  });

  it("lays out a model one statement per line and keeps units and labels", () => {
    const text = `d/dt(x) = -k*x  # [mg] amount
x(0) = dose
f(x) = bio
if (t > start) {
  y = 1
  if (x < 0) {
    y = 2
  } else {
  }
} else if (t == start) {
  y = 3
} else {
  y = 4
  z = 5  # [1]
}
`;
    // An empty \`else\` says nothing and is not printed.
    expect(printModel(parse(text))).toBe(text.replace(" else {\n  }\n} else if", "\n} else if"));
    expect(withoutSpans(parse(printModel(parse(text))).statements)).toEqual(withoutSpans(parse(text).statements));
  });

  it("writes models of random layout so that they read back the same", () => {
    const statement = fc.constantFrom(
      "y = 1",
      "d/dt(x) = -k*x # [mg] a label [x]",
      "if (a < b) {",
      "} else {",
      "}",
      "x(0) <- 2;",
    );
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 12 }), (lines) => {
        let statements: readonly Statement[];
        try {
          statements = parse(lines.join("\n")).statements;
        } catch {
          return;
        }
        const printed = printModel({ sources: [], statements });
        expect(withoutSpans(parse(printed).statements)).toEqual(withoutSpans(statements));
      }),
      { numRuns: 1000 },
    );
  });
});
