import type { BinaryOperation, Expression } from "./expression.ts";
import { bindingStrength, strengthOfComparison, strengthOfNot, strengthOfPower, strengthOfSign } from "./precedence.ts";

/** Writes an expression with no more parentheses than its meaning needs; `parseExpression` reads the same tree back. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "time":
      return "t";
    case "name":
      return expression.name;
    case "unary":
      // Bare, `!a < b` would mean the right thing and look like another.
      return (
        expression.operator +
        printPart(expression.operand, expression.operator === "-" ? strengthOfSign : strengthOfPower + 1)
      );
    case "binary":
      return printBinary(expression);
    case "call":
      return `${expression.name}(${expression.arguments.map(printExpression).join(", ")})`;
  }
}

function printBinary(operation: BinaryOperation): string {
  const { operator } = operation;
  const strength = strengthOf(operation);
  // An operand of equal strength stands bare only on the side towards which the operator associates.
  const bareOnLeft = strength !== strengthOfPower && strength !== strengthOfComparison;
  const left = printPart(operation.left, bareOnLeft ? strength : strength + 1);
  const right = printPart(operation.right, strength === strengthOfPower ? strength : strength + 1);
  const isTight = operator === "*" || operator === "/" || operator === "^";
  return isTight ? `${left}${operator}${right}` : `${left} ${operator} ${right}`;
}

/** Writes an operand, in parentheses when it binds less tightly than its place demands. */
function printPart(part: Expression, minimum: number): string {
  return strengthOf(part) < minimum ? `(${printExpression(part)})` : printExpression(part);
}

function strengthOf(expression: Expression): number {
  if (expression.kind === "binary") return bindingStrength.get(expression.operator)!;
  if (expression.kind === "unary") return expression.operator === "-" ? strengthOfSign : strengthOfNot;
  return Number.POSITIVE_INFINITY;
}
