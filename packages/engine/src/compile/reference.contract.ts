import { exp, log, log10, pow } from "@kinetamine/numerics";
import { type BinaryOperator, type Expression, operands } from "../model/expression.ts";
import type { FunctionName } from "../model/functions.ts";
import { type Statement, targetText } from "../model/statement.ts";

/**
 * The meaning of the language in its plainest form: walk the tree, keep the values in a map.
 *
 * Slow and without any cleverness on purpose: compiled kernels are tested against it.
 */
export type Values = Map<string, number>;

const functions: Readonly<Record<FunctionName, (...values: number[]) => number>> = {
  exp,
  log,
  log10,
  sqrt: Math.sqrt,
  abs: Math.abs,
  min: Math.min,
  max: Math.max,
};

/** Sees every value on the way, for instance to notice one that is not finite. */
type Watch = (value: number) => void;

/** Runs statements in order; afterwards `values` holds every target under its text, e.g. `d/dt(x)`. */
export function runStatements(statements: readonly Statement[], values: Values, watch: Watch = () => {}): Values {
  for (const statement of statements) {
    if (statement.kind === "if") {
      const isTrue = evaluate(statement.condition, values, watch) !== 0;
      runStatements(isTrue ? statement.whenTrue : statement.whenFalse, values, watch);
    } else {
      values.set(targetText(statement.target), evaluate(statement.value, values, watch));
    }
  }
  return values;
}

/** Runs statements as above; tells whether every value on the way was finite. */
export function isFiniteThroughout(statements: readonly Statement[], values: Values): boolean {
  let allFinite = true;
  runStatements(statements, values, (value) => {
    allFinite &&= Number.isFinite(value);
  });
  return allFinite;
}

function evaluate(expression: Expression, values: Values, watch: Watch): number {
  const parts = operands(expression).map((part) => evaluate(part, values, watch));
  const value = compute(expression, parts, values);
  watch(value);
  return value;
}

function compute(expression: Expression, parts: readonly number[], values: Values): number {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "time":
      return values.get("t")!;
    case "name":
      return values.get(expression.name)!;
    case "unary":
      return expression.operator === "-" ? -parts[0]! : Number(parts[0] === 0);
    case "binary":
      return binary(expression.operator, parts[0]!, parts[1]!);
    case "call":
      return functions[expression.name](...parts);
  }
}

function binary(operator: BinaryOperator, a: number, b: number): number {
  const operations: Record<BinaryOperator, () => number> = {
    "+": () => a + b,
    "-": () => a - b,
    "*": () => a * b,
    "/": () => a / b,
    "^": () => pow(a, b),
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
