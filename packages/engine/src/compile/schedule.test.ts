import { describe, expect, it } from "vitest";
import { Algebra } from "./algebra.ts";
import { ExpressionGraph, isLeaf } from "./graph.ts";
import { schedule } from "./schedule.ts";

const tooLarge = () => {
  throw new Error("too many nodes");
};

/** Ten chains x·y, exp, + built one after the other, so that in order of ids no two equal operations are neighbours. */
function chains() {
  const graph = new ExpressionGraph(1000, tooLarge);
  const algebra = new Algebra(graph);
  let last = graph.state(0);
  for (let i = 1; i <= 10; i++) {
    const product = algebra.multiply(graph.state(0), graph.state(i));
    last = algebra.add(last, algebra.exp(product));
  }
  const ids = Array.from({ length: graph.size }, (_, id) => id).filter((id) => !isLeaf(graph.node(id)));
  return { graph, ids };
}

describe("schedule", () => {
  const { graph, ids } = chains();
  const order = schedule(graph, ids);
  const runs = (list: readonly number[]) =>
    list.filter((id, i) => i === 0 || graph.node(id).operation !== graph.node(list[i - 1]!).operation).length;

  it("lists every computation once", () => {
    expect([...order].sort((a, b) => a - b)).toEqual(ids);
  });

  it("puts operands before their users", () => {
    const place = new Map(order.map((id, i) => [id, i]));
    for (const id of order) {
      for (const operand of graph.node(id).operands) expect(place.get(operand) ?? -1).toBeLessThan(place.get(id)!);
    }
  });

  it("joins equal operations to runs", () => {
    expect(runs(ids)).toBe(30);
    expect(runs(order)).toBe(3); // all products, all exponentials, all sums
  });

  it("begins with the operation that has most to do, so that others can gather", () => {
    // One exponential is ready at once, three more wait for products.
    const algebra = new Algebra(new ExpressionGraph(1000, tooLarge));
    const [x, y, z] = [0, 1, 2].map((i) => algebra.graph.state(i)) as [number, number, number];
    const exponentials = [algebra.exp(x)];
    for (const [a, b] of [
      [x, y],
      [y, z],
      [x, z],
    ] as const)
      exponentials.push(algebra.exp(algebra.multiply(a, b)));
    const computations = Array.from({ length: algebra.graph.size }, (_, id) => id).filter((id) => id > z);
    expect(schedule(algebra.graph, computations).slice(3)).toEqual(exponentials);
  });
});
