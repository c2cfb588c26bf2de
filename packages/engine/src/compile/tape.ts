import { type ExpressionGraph, isLeaf, type NodeId } from "./graph.ts";
import type { ComputedOperation } from "./operation-meaning.ts";
import { reachable } from "./reachable.ts";
import { schedule } from "./schedule.ts";

/** Number of each operation in `Tape.code`. Back ends switch on these numbers. */
export const opcodes: Readonly<Record<ComputedOperation, number>> = {
  add: 0,
  subtract: 1,
  multiply: 2,
  divide: 3,
  power: 4,
  min: 5,
  max: 6,
  less: 7,
  lessOrEqual: 8,
  equal: 9,
  notEqual: 10,
  and: 11,
  or: 12,
  negate: 13,
  not: 14,
  exp: 15,
  log: 16,
  log10: 17,
  sqrt: 18,
  abs: 19,
  select: 20,
};

/**
 * A straight-line program on numbered registers, each written once.
 *
 * Registers, in order: the constants; time, if loaded; the loaded states; the loaded given values; one result per
 * instruction. "Given" is the vector computed beforehand: the inputs for the program that computes individual values,
 * the individual values for all others.
 */
export interface Tape {
  readonly constants: Float64Array;
  readonly loadsTime: boolean;
  /** Indices into the state vector. */
  readonly states: Int32Array;
  /** Indices into the given vector. */
  readonly given: Int32Array;
  /** Runs of equal operations: opcode, number of instructions, then the operand registers of each instruction. */
  readonly code: Int32Array;
  /** Register of each result. */
  readonly results: Int32Array;
  readonly registerCount: number;
}

/**
 * Writes the program that computes `roots`.
 *
 * @param options.roots what to compute, in order; a node may occur more than once
 * @param options.givenIndex position of a node in the given vector; undefined for nodes the program has to compute itself
 */
export function buildTape(
  graph: ExpressionGraph,
  options: { readonly roots: readonly NodeId[]; readonly givenIndex: (id: NodeId) => number | undefined },
): Tape {
  const { roots, givenIndex } = options;
  const isGiven = (id: NodeId) => givenIndex(id) !== undefined;
  const nodes = reachable(graph, { roots, isBoundary: isGiven });
  const given = nodes.filter(isGiven);
  const own = nodes.filter((id) => !isGiven(id));
  const leavesOf = (operation: string) => own.filter((id) => graph.node(id).operation === operation);
  const [constants, time, states] = [leavesOf("constant"), leavesOf("time"), leavesOf("state")];
  const instructions = schedule(
    graph,
    own.filter((id) => !isLeaf(graph.node(id))),
  );
  const order = [...constants, ...time, ...states, ...given, ...instructions];
  const register = new Map(order.map((id, i) => [id, i]));
  return {
    constants: Float64Array.from(constants, (id) => graph.node(id).value),
    loadsTime: time.length > 0,
    states: Int32Array.from(states, (id) => graph.node(id).operands[0]!),
    given: Int32Array.from(given, (id) => givenIndex(id)!),
    code: Int32Array.from(encode(graph, instructions, register)),
    results: Int32Array.from(roots, (id) => register.get(id)!),
    registerCount: order.length,
  };
}

function encode(
  graph: ExpressionGraph,
  instructions: readonly NodeId[],
  register: ReadonlyMap<NodeId, number>,
): readonly number[] {
  const code: number[] = [];
  let countAt = -1;
  let current: string | undefined;
  for (const id of instructions) {
    const { operation, operands } = graph.node(id);
    if (operation !== current) {
      countAt = code.push(opcodes[operation as ComputedOperation], 0) - 1;
      current = operation;
    }
    code[countAt]! += 1;
    code.push(...operands.map((operand) => register.get(operand)!));
  }
  return code;
}
