import type { BinaryOperation, Expression, FunctionCall, NameReference } from "./expression.ts";
import { failAt } from "./fail.ts";
import { formatUnit } from "./format-unit.ts";
import { limits } from "./limits.ts";
import { agree, type FlexibleUnit } from "./unit-agreement.ts";
import {
  baseUnit,
  dimensionless,
  divideUnits,
  largestExponent,
  multiplyUnits,
  powerUnit,
  sameUnit,
  type Unit,
} from "./units.ts";

/** What is known about the value of an expression without computing it. */
export interface Inferred {
  readonly unit: FlexibleUnit;
  /** The result of a comparison or of `&& || !`; may also be used as the number 1 or 0. */
  readonly isTruth: boolean;
  /** Depends on time or on a state. */
  readonly isDynamic: boolean;
}

const literalRemedy = "a literal is a pure number: give it a name and a unit, as in `limit = 24  # [h]`";

/**
 * Infers the unit of an expression and refuses it where units disagree.
 *
 * @param lookUp what a name stands for at this point of the text
 * @throws ModelError `E-UNIT-MISMATCH`, `E-UNIT-SCALE`, `E-UNIT-EXPONENT`, `E-CONDITION` or `E-LIMIT`, and whatever `lookUp` throws
 */
export function inferUnits(expression: Expression, lookUp: (name: NameReference) => Inferred): Inferred {
  const infer = (part: Expression) => inferUnits(part, lookUp);
  switch (expression.kind) {
    case "number":
      return { unit: expression.value === 0 ? undefined : dimensionless, isTruth: false, isDynamic: false };
    case "time":
      return { unit: baseUnit("time"), isTruth: false, isDynamic: true };
    case "name":
      return lookUp(expression);
    case "unary": {
      const operand = infer(expression.operand);
      if (expression.operator === "-") return { ...operand, isTruth: false };
      return requireTruth(operand, expression.operand);
    }
    case "binary":
      return inferBinary(expression, infer(expression.left), infer(expression.right));
    case "call":
      return inferCall(expression, expression.arguments.map(infer));
  }
}

/** Refuses a number where a condition is needed. */
export function requireTruth(inferred: Inferred, { span }: Expression): Inferred {
  if (inferred.isTruth) return inferred;
  return failAt(span, "E-CONDITION", "Cannot use a number as a condition: compare it with something, as in `x > 0`");
}

function inferBinary(operation: BinaryOperation, left: Inferred, right: Inferred): Inferred {
  const isDynamic = left.isDynamic || right.isDynamic;
  const value = (unit: FlexibleUnit): Inferred => ({ unit, isTruth: false, isDynamic });
  switch (operation.operator) {
    case "+":
    case "-":
      return value(agreeInBinary(operation, left.unit, right.unit));
    case "*":
      return value(left.unit && right.unit && bounded(multiplyUnits(left.unit, right.unit), operation));
    case "/":
      return value(left.unit && bounded(divideUnits(left.unit, right.unit ?? dimensionless), operation));
    case "^":
      return value(unitOfPower(operation, left.unit, right.unit));
    case "&&":
    case "||":
      requireTruth(left, operation.left);
      requireTruth(right, operation.right);
      return { unit: dimensionless, isTruth: true, isDynamic };
    default:
      agreeInBinary(operation, left.unit, right.unit);
      return { unit: dimensionless, isTruth: true, isDynamic };
  }
}

function agreeInBinary(
  { operator, left, right, span }: BinaryOperation,
  a: FlexibleUnit,
  b: FlexibleUnit,
): FlexibleUnit {
  const describe = (found: string, required: string) => {
    if (operator === "+") return `Cannot add ${required} to ${found}`;
    if (operator === "-") return `Cannot subtract ${required} from ${found}`;
    return `Cannot compare ${found} with ${required}`;
  };
  const hasLiteral = left.kind === "number" || right.kind === "number";
  return agree(a, b, { span, describe, ...(hasLiteral && { remedy: literalRemedy }) });
}

function unitOfPower({ left, right }: BinaryOperation, base: FlexibleUnit, exponent: FlexibleUnit): FlexibleUnit {
  requirePure(exponent, right, "use as an exponent");
  if (base === undefined || sameUnit(base, dimensionless)) return dimensionless;
  const size = literalExponent(right);
  if (size === undefined || !Number.isInteger(size)) {
    const remedy = size === 0.5 ? "use sqrt" : "divide it by a reference value first, or write a whole number";
    failAt(right.span, "E-UNIT-EXPONENT", `Cannot raise ${formatUnit(base)} to this power: ${remedy}`);
  }
  return bounded(powerUnit(base, size), left);
}

function literalExponent(expression: Expression): number | undefined {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "unary" || expression.operand.kind !== "number") return undefined;
  return -expression.operand.value;
}

function inferCall(call: FunctionCall, values: readonly Inferred[]): Inferred {
  const isDynamic = values.some((value) => value.isDynamic);
  const first = values[0]!.unit;
  const value = (unit: FlexibleUnit): Inferred => ({ unit, isTruth: false, isDynamic });
  switch (call.name) {
    case "abs":
      return value(first);
    case "sqrt":
      return value(first && powerUnit(first, 0.5));
    case "min":
    case "max":
      return value(values.reduce<FlexibleUnit>((unit, next, i) => agreeInCall(call, i, unit, next.unit), undefined));
    default:
      requirePure(first, call.arguments[0]!, `take ${call.name} of`);
      return value(dimensionless);
  }
}

function agreeInCall(call: FunctionCall, index: number, unit: FlexibleUnit, next: FlexibleUnit): FlexibleUnit {
  const { span, kind } = call.arguments[index]!;
  const describe = (found: string, required: string) => `Cannot take ${call.name} of ${required} and ${found}`;
  return agree(next, unit, { span, describe, ...(kind === "number" && { remedy: literalRemedy }) });
}

function requirePure(unit: FlexibleUnit, { span }: Expression, action: string): void {
  agree(unit, dimensionless, { span, describe: (found) => `Cannot ${action} ${found}, only a pure number` });
}

/** Repeated squaring would otherwise drive exponents beyond what can be counted. */
function bounded(unit: Unit, { span }: Expression): Unit {
  if (largestExponent(unit) <= limits.inferredUnitExponent) return unit;
  return failAt(span, "E-LIMIT", `Cannot use a unit with exponents beyond ${limits.inferredUnitExponent}`);
}
