import type { FunctionName } from "./functions.ts";
import type { Span } from "./span.ts";

type ArithmeticOperator = "+" | "-" | "*" | "/" | "^";
type ComparisonOperator = "<" | "<=" | ">" | ">=" | "==" | "!=";
type LogicalOperator = "&&" | "||";
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

interface Located {
  readonly span: Span;
}

/** A literal, always a pure number ≥ 0; a sign is an operator. */
interface NumberLiteral extends Located {
  readonly kind: "number";
  readonly value: number;
}

/** `t` or `time`, in h. */
interface TimeReference extends Located {
  readonly kind: "time";
}

/** A state, an assigned variable or an input; which one is decided when the model is checked. */
export interface NameReference extends Located {
  readonly kind: "name";
  readonly name: string;
}

interface UnaryOperation extends Located {
  readonly kind: "unary";
  readonly operator: "-" | "!";
  readonly operand: Expression;
}

export interface BinaryOperation extends Located {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** A call of a known function with the right number of arguments; `pow(a, b)` is read as `a^b`. */
export interface FunctionCall extends Located {
  readonly kind: "call";
  readonly name: FunctionName;
  readonly arguments: readonly Expression[];
}

/** The tree of one expression; spans cover the text of each part. */
export type Expression =
  | NumberLiteral
  | TimeReference
  | NameReference
  | UnaryOperation
  | BinaryOperation
  | FunctionCall;

/** The direct parts of an expression, in order of the text. */
export function operands(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.arguments;
    default:
      return [];
  }
}
