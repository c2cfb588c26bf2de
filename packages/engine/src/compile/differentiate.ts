import type { Algebra } from "./algebra.ts";
import { isLeaf, type NodeId } from "./graph.ts";
import { reachable } from "./reachable.ts";

/** What a node is differentiated by: a state, by index, or time. */
type Variable = number | "time";

/** Non-zero partial derivatives of one node. */
export type Partials = ReadonlyMap<Variable, NodeId>;

const none: Partials = new Map();

/**
 * Differentiates expressions by every state and by time.
 *
 * Forward mode over the graph: each node's partials follow from those of its operands, so shared subexpressions are
 * differentiated once. Where an expression has a kink (`abs`, `min`, `max`, `if`) the derivative is that of the branch
 * taken; at the kink of `min` and `max` the first operand's, of `abs` the right one.
 *
 * @returns the partials of each root, in order; partials that simplify to 0 are absent
 */
export function differentiate(algebra: Algebra, roots: readonly NodeId[]): readonly Partials[] {
  const { graph } = algebra;
  const partials = new Map<NodeId, Partials>();
  for (const id of reachable(graph, { roots })) {
    const node = graph.node(id);
    if (node.operation === "state") partials.set(id, new Map([[node.operands[0]!, algebra.constant(1)]]));
    else if (node.operation === "time") partials.set(id, new Map([["time", algebra.constant(1)]]));
    else if (!isLeaf(node)) partials.set(id, partialsOfOperation(algebra, id, partials));
  }
  return roots.map((root) => partials.get(root) ?? none);
}

function partialsOfOperation(algebra: Algebra, id: NodeId, known: ReadonlyMap<NodeId, Partials>): Partials {
  const { operands } = algebra.graph.node(id);
  const variables = new Set(operands.flatMap((operand) => [...(known.get(operand)?.keys() ?? [])]));
  if (variables.size === 0) return none;
  const zero = algebra.constant(0);
  const result = new Map<Variable, NodeId>();
  for (const variable of variables) {
    const derivative = chainRule(algebra, id, (operand) => known.get(operand)?.get(variable) ?? zero);
    if (derivative !== zero) result.set(variable, derivative);
  }
  return result;
}

/** Derivative of a node by one variable, given `d`, the derivatives of its operands by that variable. */
function chainRule(algebra: Algebra, id: NodeId, d: (operand: NodeId) => NodeId): NodeId {
  const { operation, operands } = algebra.graph.node(id);
  const [a, b, c] = operands as [NodeId, NodeId, NodeId];
  switch (operation) {
    case "add":
      return algebra.add(d(a), d(b));
    case "subtract":
      return algebra.subtract(d(a), d(b));
    case "multiply":
      return algebra.add(algebra.multiply(d(a), b), algebra.multiply(a, d(b)));
    case "divide":
      return algebra.divide(algebra.subtract(d(a), algebra.multiply(id, d(b))), b);
    case "power":
      return powerRule(algebra, id, d);
    case "min":
      return algebra.select(algebra.lessOrEqual(a, b), d(a), d(b));
    case "max":
      return algebra.select(algebra.lessOrEqual(b, a), d(a), d(b));
    case "negate":
      return algebra.negate(d(a));
    case "exp":
      return algebra.multiply(id, d(a));
    case "log":
      return algebra.divide(d(a), a);
    case "log10":
      return algebra.divide(d(a), algebra.multiply(algebra.constant(Math.LN10), a));
    case "sqrt":
      return algebra.divide(d(a), algebra.multiply(algebra.constant(2), id));
    case "abs":
      return algebra.select(algebra.less(a, algebra.constant(0)), algebra.negate(d(a)), d(a));
    case "select":
      return algebra.select(a, d(b), d(c));
    default:
      return algebra.constant(0); // comparisons and logic are piecewise constant
  }
}

/** b · a^(b-1) · a' + a^b · ln a · b'; the second term is 0 for a ≤ 0, its limit at a = 0 for b > 0. */
function powerRule(algebra: Algebra, id: NodeId, d: (operand: NodeId) => NodeId): NodeId {
  const [base, exponent] = algebra.graph.node(id).operands as [NodeId, NodeId];
  const lowered = algebra.power(base, algebra.subtract(exponent, algebra.constant(1)));
  const byBase = algebra.multiply(algebra.multiply(exponent, lowered), d(base));
  const slope = algebra.multiply(algebra.multiply(id, algebra.log(base)), d(exponent));
  const zero = algebra.constant(0);
  return algebra.add(byBase, algebra.select(algebra.less(zero, base), slope, zero));
}
