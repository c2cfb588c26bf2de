import type { BinaryOperation, BinaryOperator, Expression, FunctionCall } from "./expression.ts";
import { bindingStrength, strengthOfComparison, strengthOfNot, strengthOfPower, strengthOfSign } from "./precedence.ts";

const symbols: Readonly<Record<Exclude<BinaryOperator, "/" | "^">, string>> = {
  "+": "+",
  "-": "-",
  "*": "\\cdot",
  "<": "<",
  "<=": "\\le",
  ">": ">",
  ">=": "\\ge",
  "==": "=",
  "!=": "\\ne",
  "&&": "\\land",
  "||": "\\lor",
};

/** Writes an expression as LaTeX mathematics: quotients as fractions, parentheses only where needed. */
export function latexExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return latexNumber(expression.value);
    case "time":
      return "t";
    case "name":
      return latexName(expression.name);
    case "unary":
      return expression.operator === "-"
        ? `-${part(expression.operand, strengthOfSign)}`
        : `\\lnot ${part(expression.operand, strengthOfPower + 1)}`;
    case "binary":
      return latexBinary(expression);
    case "call":
      return latexCall(expression);
  }
}

/** `CL` becomes an upright word, `x` an italic letter, and what follows the first underscore a subscript. */
export function latexName(name: string): string {
  const [base = "", ...rest] = name.split("_");
  const word = base.length === 1 ? base : `\\mathrm{${base}}`;
  return rest.length === 0 ? word : `${word}_{\\mathrm{${rest.join(",")}}}`;
}

function latexNumber(value: number): string {
  const [digits, exponent] = String(value).split("e");
  if (exponent === undefined) return digits!;
  const power = `10^{${Number(exponent)}}`;
  return digits === "1" ? power : `${digits} \\cdot ${power}`;
}

function latexBinary(operation: BinaryOperation): string {
  const { operator, left, right } = operation;
  if (operator === "/") return `\\frac{${latexExpression(left)}}{${latexExpression(right)}}`;
  if (operator === "^") {
    const isSimple =
      left.kind === "name" || left.kind === "time" || (left.kind === "number" && !/e/.test(`${left.value}`));
    const base = latexExpression(left);
    return `{${isSimple ? base : parentheses(base)}}^{${latexExpression(right)}}`;
  }
  const strength = strengthOf(operation);
  const leftMinimum = strength === strengthOfComparison ? strength + 1 : strength;
  // A sign directly behind an operator is hard to read: a · (-b).
  const rightPart = right.kind === "unary" ? parentheses(latexExpression(right)) : part(right, strength + 1);
  return `${part(left, leftMinimum)} ${symbols[operator]} ${rightPart}`;
}

function latexCall({ name, arguments: values }: FunctionCall): string {
  const inner = values.map(latexExpression).join(", ");
  if (name === "sqrt") return `\\sqrt{${inner}}`;
  if (name === "abs") return `\\left|${inner}\\right|`;
  const symbol = name === "log10" ? "\\log_{10}" : name === "log" ? "\\ln" : `\\${name}`;
  return symbol + parentheses(inner);
}

function part(expression: Expression, minimum: number): string {
  const text = latexExpression(expression);
  return strengthOf(expression) < minimum ? parentheses(text) : text;
}

const parentheses = (text: string): string => `\\left(${text}\\right)`;

/** As in text, but a fraction and a power hold together by their looks. */
function strengthOf(expression: Expression): number {
  if (expression.kind === "unary") return expression.operator === "-" ? strengthOfSign : strengthOfNot;
  if (expression.kind !== "binary" || expression.operator === "/") return Number.POSITIVE_INFINITY;
  return expression.operator === "^" ? strengthOfPower : bindingStrength.get(expression.operator)!;
}
