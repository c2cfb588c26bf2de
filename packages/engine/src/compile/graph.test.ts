import { describe, expect, it } from "vitest";
import { ExpressionGraph, isLeaf } from "./graph.ts";

const fresh = () =>
  new ExpressionGraph(1000, () => {
    throw new Error("too many nodes");
  });

describe("ExpressionGraph", () => {
  it("makes equal expressions one node", () => {
    const graph = fresh();
    const sum = graph.intern("add", [graph.state(0), graph.input(0)]);
    expect(graph.intern("add", [graph.state(0), graph.input(0)])).toBe(sum);
    expect(graph.size).toBe(3);
  });

  it("keeps different expressions apart, also where their numbers run together in writing", () => {
    const graph = fresh();
    const states = Array.from({ length: 20 }, (_, i) => graph.state(i));
    expect(graph.intern("add", [states[1]!, states[12]!])).not.toBe(graph.intern("add", [states[11]!, states[2]!]));
    expect(graph.intern("add", [1, 2])).not.toBe(graph.intern("add", [2, 1]));
    expect(graph.intern("add", [1, 2])).not.toBe(graph.intern("multiply", [1, 2]));
    expect(graph.constant(0.1)).not.toBe(graph.constant(0.1 + 2 ** -56));
    expect(graph.state(3)).not.toBe(graph.input(3));
  });

  it("numbers operands below their users", () => {
    const graph = fresh();
    graph.intern("exp", [graph.intern("add", [graph.state(0), graph.time()])]);
    for (let id = 0; id < graph.size; id++) {
      const node = graph.node(id);
      if (!isLeaf(node)) for (const operand of node.operands) expect(operand).toBeLessThan(id);
    }
  });
});
