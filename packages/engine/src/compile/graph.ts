/**
 * Operations on numbers, with the fields that hold operands. Truth is 1 or 0; `select` is `a ? b : c`.
 * All are total: what IEEE 754 leaves undefined is NaN.
 */
export type Operation =
  | "constant" // value
  | "input" // a = index
  | "state" // a = index
  | "time"
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "power"
  | "min"
  | "max"
  | "less"
  | "lessOrEqual"
  | "equal"
  | "notEqual"
  | "and"
  | "or"
  | "negate"
  | "not"
  | "exp"
  | "log"
  | "log10"
  | "sqrt"
  | "abs"
  | "select";

/** Index of a node in its graph. */
export type NodeId = number;

/** One operation; operands always have smaller ids than the node itself. */
export interface GraphNode {
  readonly operation: Operation;
  /** Node ids, or the index of an input or state. */
  readonly operands: readonly number[];
  /** Of a constant; 0 otherwise. */
  readonly value: number;
}

/**
 * Expressions as a directed graph in which equal expressions are one node.
 *
 * Nodes are only ever appended, behind their operands, so counting ids upwards visits operands first: no pass over the
 * graph needs recursion, however deep a model is.
 */
export class ExpressionGraph {
  readonly #nodes: GraphNode[] = [];
  readonly #ids = new Map<string, NodeId>();
  readonly #limit: number;
  readonly #onLimit: () => never;

  /** @param onLimit called instead of growing beyond `limit` nodes */
  constructor(limit: number, onLimit: () => never) {
    this.#limit = limit;
    this.#onLimit = onLimit;
  }

  get size(): number {
    return this.#nodes.length;
  }

  node(id: NodeId): GraphNode {
    return this.#nodes[id]!;
  }

  /** The node of an operation, made on first use. Nothing is simplified here. */
  intern(operation: Operation, operands: readonly number[], value = 0): NodeId {
    const key = `${operation} ${operands.join(" ")} ${value}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#nodes.length >= this.#limit) this.#onLimit();
    const id = this.#nodes.push({ operation, operands, value }) - 1;
    this.#ids.set(key, id);
    return id;
  }

  constant(value: number): NodeId {
    return this.intern("constant", [], value);
  }

  input(index: number): NodeId {
    return this.intern("input", [index]);
  }

  state(index: number): NodeId {
    return this.intern("state", [index]);
  }

  time(): NodeId {
    return this.intern("time", []);
  }

  /** The value of a constant node, undefined for any other. */
  constantValue(id: NodeId): number | undefined {
    const { operation, value } = this.node(id);
    return operation === "constant" ? value : undefined;
  }
}

const leaves: ReadonlySet<Operation> = new Set(["constant", "input", "state", "time"]);

/** True for nodes whose operands are not nodes. */
export function isLeaf({ operation }: GraphNode): boolean {
  return leaves.has(operation);
}
