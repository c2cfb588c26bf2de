import { type ExpressionGraph, isLeaf, type NodeId } from "./graph.ts";

/**
 * The nodes needed to compute `roots`, operands before their users.
 *
 * @param options.isBoundary nodes at which to stop; they are listed, what lies behind them is not
 */
export function reachable(
  graph: ExpressionGraph,
  options: { readonly roots: readonly NodeId[]; readonly isBoundary?: (id: NodeId) => boolean },
): readonly NodeId[] {
  const { roots, isBoundary = () => false } = options;
  const found = new Set<NodeId>();
  const pending = [...roots];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const node = graph.node(id);
    if (!isLeaf(node) && !isBoundary(id)) pending.push(...node.operands);
  }
  return [...found].sort((a, b) => a - b);
}
