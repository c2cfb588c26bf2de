import type { BinaryOperator, Expression } from "../model/expression.ts";
import { type Statement, targetText } from "../model/statement.ts";

/**
 * The meaning of the language in its plainest form: walk the tree, keep the values in a map.
 *
 * Slow and without any cleverness on purpose: compiled kernels are tested against it.
 */
export type Values = Map<string, number>;

/** Runs statements in order; afterwards `values` holds every target under its text, e.g. `d/dt(x)`. */
export function runStatements(statements: readonly Statement[], values: Values): Values {
  for (const statement of statements) {
    if (statement.kind === "if") {
      runStatements(evaluate(statement.condition, values) !== 0 ? statement.whenTrue : statement.whenFalse, values);
    } else {
      values.set(targetText(statement.target), evaluate(statement.value, values));
    }
  }
  return values;
}

export function evaluate(expression: Expression, values: Values): number {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "time":
      return values.get("t")!;
    case "name":
      return values.get(expression.name)!;
    case "unary": {
      const operand = evaluate(expression.operand, values);
      return expression.operator === "-" ? -operand : Number(operand === 0);
    }
    case "binary":
      return binary(expression.operator, evaluate(expression.left, values), evaluate(expression.right, values));
    case "call":
      return Math[expression.name](...(expression.arguments.map((a) => evaluate(a, values)) as [number, number]));
  }
}

function binary(operator: BinaryOperator, a: number, b: number): number {
  const operations: Record<BinaryOperator, () => number> = {
    "+": () => a + b,
    "-": () => a - b,
    "*": () => a * b,
    "/": () => a / b,
    "^": () => a ** b,
    "<": () => Number(a < b),
    "<=": () => Number(a <= b),
    ">": () => Number(a > b),
    ">=": () => Number(a >= b),
    "==": () => Number(a === b),
    "!=": () => Number(a !== b),
    "&&": () => Number(a !== 0 && b !== 0),
    "||": () => Number(a !== 0 || b !== 0),
  };
  return operations[operator]();
}
