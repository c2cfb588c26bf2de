import { exp, log, log10, pow } from "@kinetamine/numerics";
import type { Operation } from "./graph.ts";

/** Operations that take numbers, as opposed to leaves. */
export type ComputedOperation = Exclude<Operation, "constant" | "input" | "state" | "time">;

/** What each operation computes, truth being exactly 1 or 0; the one definition that constant folding and every back end must agree with, to the last
 * bit: `exp`, `log` and `pow` are our own, because those of JavaScript engines differ. */
export const operationMeaning: Readonly<Record<ComputedOperation, (a: number, b: number, c: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => pow(a, b),
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  less: (a, b) => (a < b ? 1 : 0),
  lessOrEqual: (a, b) => (a <= b ? 1 : 0),
  equal: (a, b) => (a === b ? 1 : 0),
  notEqual: (a, b) => (a !== b ? 1 : 0),
  and: (a, b) => Math.min(a, b),
  or: (a, b) => Math.max(a, b),
  negate: (a) => -a,
  not: (a) => 1 - a,
  exp: (a) => exp(a),
  log: (a) => log(a),
  log10: (a) => log10(a),
  sqrt: (a) => Math.sqrt(a),
  abs: (a) => Math.abs(a),
  select: (a, b, c) => (a !== 0 ? b : c),
};
