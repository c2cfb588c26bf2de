import { describe, expect, it } from "vitest";
import { Algebra } from "./algebra.ts";
import { ExpressionGraph, type NodeId } from "./graph.ts";

const fresh = (limit = 1000) =>
  new Algebra(
    new ExpressionGraph(limit, () => {
      throw new Error("too many nodes");
    }),
  );

describe("Algebra", () => {
  const algebra = fresh();
  const [x, y] = [algebra.graph.state(0), algebra.graph.state(1)];
  const number = (value: number) => algebra.constant(value);
  const truth = algebra.less(x, y);

  it.each<[string, NodeId, NodeId]>([
    ["x + 0 = x", algebra.add(x, number(0)), x],
    ["0 + x = x", algebra.add(number(0), x), x],
    ["x + (-y) = x - y", algebra.add(x, algebra.negate(y)), algebra.subtract(x, y)],
    ["(-x) + y = y - x", algebra.add(algebra.negate(x), y), algebra.subtract(y, x)],
    ["x - 0 = x", algebra.subtract(x, number(0)), x],
    ["0 - x = -x", algebra.subtract(number(0), x), algebra.negate(x)],
    ["x - x = 0", algebra.subtract(x, x), number(0)],
    ["x - (-y) = x + y", algebra.subtract(x, algebra.negate(y)), algebra.add(x, y)],
    ["x · 1 = x", algebra.multiply(x, number(1)), x],
    ["0 · x = 0", algebra.multiply(number(0), x), number(0)],
    ["-1 · x = -x", algebra.multiply(number(-1), x), algebra.negate(x)],
    ["(-x) · y = -(x · y)", algebra.multiply(algebra.negate(x), y), algebra.negate(algebra.multiply(x, y))],
    ["(-x) · (-y) = x · y", algebra.multiply(algebra.negate(x), algebra.negate(y)), algebra.multiply(x, y)],
    ["x / 1 = x", algebra.divide(x, number(1)), x],
    ["0 / x = 0", algebra.divide(number(0), x), number(0)],
    ["x / (-y) = -(x / y)", algebra.divide(x, algebra.negate(y)), algebra.negate(algebra.divide(x, y))],
    ["-(-x) = x", algebra.negate(algebra.negate(x)), x],
    ["-(x - y) = y - x", algebra.negate(algebra.subtract(x, y)), algebra.subtract(y, x)],
    ["|-x| = |x|", algebra.abs(algebra.negate(x)), algebra.abs(x)],
    ["x^0 = 1", algebra.power(x, number(0)), number(1)],
    ["x^1 = x", algebra.power(x, number(1)), x],
    ["x^2 = x · x", algebra.power(x, number(2)), algebra.multiply(x, x)],
    ["x^-1 = 1 / x", algebra.power(x, number(-1)), algebra.divide(number(1), x)],
    ["x^0.5 = √x", algebra.power(x, number(0.5)), algebra.sqrt(x)],
    ["1^x = 1", algebra.power(number(1), x), number(1)],
    ["x · y is y · x", algebra.multiply(x, y), algebra.multiply(y, x)],
    ["min(x, x) = x", algebra.min(x, x), x],
    ["!!a = a", algebra.not(algebra.not(truth)), truth],
    ["a && true = a", algebra.and(truth, number(1)), truth],
    ["a && false = false", algebra.and(truth, number(0)), number(0)],
    ["a || false = a", algebra.or(number(0), truth), truth],
    ["a || true = true", algebra.or(truth, number(1)), number(1)],
    ["true ? x : y = x", algebra.select(number(1), x, y), x],
    ["a ? x : x = x", algebra.select(truth, x, x), x],
    ["!a ? x : y = a ? y : x", algebra.select(algebra.not(truth), x, y), algebra.select(truth, y, x)],
    ["2 · 3 + 4 = 10", algebra.add(algebra.multiply(number(2), number(3)), number(4)), number(10)],
    ["log10 100 = 2", algebra.log10(number(100)), number(2)],
  ])("knows that %s", (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it("does not call 0/0 zero", () => {
    expect(algebra.graph.constantValue(algebra.divide(number(0), number(0)))).toBeNaN();
  });

  it("does not swap what may not be swapped", () => {
    expect(algebra.subtract(x, y)).not.toBe(algebra.subtract(y, x));
    expect(algebra.divide(x, y)).not.toBe(algebra.divide(y, x));
    expect(algebra.less(x, y)).not.toBe(algebra.less(y, x));
  });

  it("stops at the limit of its graph", () => {
    const small = fresh(2);
    const z = small.graph.state(0);
    small.exp(z);
    expect(() => small.log(z)).toThrow("too many nodes");
  });
});
