import type { ExpressionGraph, NodeId } from "./graph.ts";
import { isLeaf } from "./graph.ts";
import { reachable } from "./reachable.ts";
import { buildTape, type Tape } from "./tape.ts";

/** What a kernel computes from time, states and individual values. */
type DynamicProgram = "derivative" | "jacobian" | "timeDerivative" | "outputs" | "modifiers";

/** One tape per kernel function. */
export type Programs = Readonly<Record<"individual" | "initial" | DynamicProgram, Tape>>;

/**
 * Splits the work of a kernel into what depends on inputs alone, computed once per subject, and the rest.
 *
 * Every maximal input-only expression becomes one individual value; constants stay with the programs that use them.
 */
export function writePrograms(
  graph: ExpressionGraph,
  roots: Readonly<Record<"initial" | DynamicProgram, readonly NodeId[]>>,
): Programs {
  const kinds = classify(graph);
  const isIndividual = (id: NodeId) => kinds[id] === "individual";
  const all = Object.values(roots).flat();
  const individual = reachable(graph, { roots: all, isBoundary: isIndividual }).filter(isIndividual);
  const slots = new Map(individual.map((id, slot) => [id, slot]));
  const tape = (ids: readonly NodeId[]) => buildTape(graph, { roots: ids, givenIndex: (id) => slots.get(id) });
  return {
    individual: buildTape(graph, { roots: individual, givenIndex: (id) => inputIndex(graph, id) }),
    initial: tape(roots.initial),
    derivative: tape(roots.derivative),
    jacobian: tape(roots.jacobian),
    timeDerivative: tape(roots.timeDerivative),
    outputs: tape(roots.outputs),
    modifiers: tape(roots.modifiers),
  };
}

type Kind = "constant" | "individual" | "dynamic";

/** What each node of the graph depends on, by id. */
function classify(graph: ExpressionGraph): readonly Kind[] {
  const kinds: Kind[] = [];
  for (let id = 0; id < graph.size; id++) {
    const node = graph.node(id);
    if (isLeaf(node)) kinds.push(leafKind(node.operation));
    else kinds.push(node.operands.some((operand) => kinds[operand] === "dynamic") ? "dynamic" : "individual");
  }
  return kinds;
}

function leafKind(operation: string): Kind {
  if (operation === "constant") return "constant";
  return operation === "input" ? "individual" : "dynamic";
}

function inputIndex(graph: ExpressionGraph, id: NodeId): number | undefined {
  const { operation, operands } = graph.node(id);
  return operation === "input" ? operands[0] : undefined;
}
