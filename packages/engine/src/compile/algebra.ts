import type { ExpressionGraph, NodeId } from "./graph.ts";
import { type ComputedOperation, operationMeaning } from "./operation-meaning.ts";

/**
 * Builds nodes in their simplest form.
 *
 * Rules preserve the value of every finite expression: exactly, except that small whole powers become products and may
 * differ from `pow` in the last place. Where a dropped operand would have been infinite or NaN (0 · x, x - x) the
 * simpler form wins. Terms are never reordered beyond swapping two operands, so rounding follows the text of the model.
 */
export class Algebra {
  readonly graph: ExpressionGraph;

  constructor(graph: ExpressionGraph) {
    this.graph = graph;
  }

  constant(value: number): NodeId {
    return this.graph.constant(value);
  }

  isConstant(id: NodeId, value: number): boolean {
    return this.graph.constantValue(id) === value;
  }

  add(a: NodeId, b: NodeId): NodeId {
    if (this.isConstant(a, 0)) return b;
    if (this.isConstant(b, 0)) return a;
    const [negatedA, negatedB] = [this.#negated(a), this.#negated(b)];
    if (negatedB !== undefined) return this.subtract(a, negatedB);
    if (negatedA !== undefined) return this.subtract(b, negatedA);
    return this.#commutative("add", a, b);
  }

  subtract(a: NodeId, b: NodeId): NodeId {
    if (a === b) return this.constant(0);
    if (this.isConstant(b, 0)) return a;
    if (this.isConstant(a, 0)) return this.negate(b);
    const negated = this.#negated(b);
    if (negated !== undefined) return this.add(a, negated);
    return this.#fold("subtract", a, b);
  }

  multiply(a: NodeId, b: NodeId): NodeId {
    if (this.isConstant(a, 0) || this.isConstant(b, 0)) return this.constant(0);
    if (this.isConstant(a, 1)) return b;
    if (this.isConstant(b, 1)) return a;
    if (this.isConstant(a, -1)) return this.negate(b);
    if (this.isConstant(b, -1)) return this.negate(a);
    return this.#withSigns(a, b, (x, y) => this.#commutative("multiply", x, y));
  }

  divide(a: NodeId, b: NodeId): NodeId {
    if (this.isConstant(a, 0) && !this.isConstant(b, 0)) return a;
    if (this.isConstant(b, 1)) return a;
    if (this.isConstant(b, -1)) return this.negate(a);
    return this.#withSigns(a, b, (x, y) => this.#fold("divide", x, y));
  }

  power(base: NodeId, exponent: NodeId): NodeId {
    if (this.isConstant(base, 1)) return base;
    switch (this.graph.constantValue(exponent)) {
      case 0:
        return this.constant(1);
      case 0.5:
        return this.sqrt(base);
      case 1:
        return base;
      case 2:
        return this.multiply(base, base);
      case 3:
        return this.multiply(this.multiply(base, base), base);
      case 4:
        return this.power(this.multiply(base, base), this.constant(2));
      case -1:
      case -2:
        return this.divide(this.constant(1), this.power(base, this.negate(exponent)));
      default:
        return this.#fold("power", base, exponent);
    }
  }

  negate(a: NodeId): NodeId {
    const negated = this.#negated(a);
    if (negated !== undefined) return negated;
    const { operation, operands } = this.graph.node(a);
    if (operation === "subtract") return this.subtract(operands[1]!, operands[0]!);
    return this.#fold("negate", a);
  }

  abs(a: NodeId): NodeId {
    return this.#fold("abs", this.#negated(a) ?? a);
  }

  sqrt(a: NodeId): NodeId {
    return this.#fold("sqrt", a);
  }

  exp(a: NodeId): NodeId {
    return this.#fold("exp", a);
  }

  log(a: NodeId): NodeId {
    return this.#fold("log", a);
  }

  log10(a: NodeId): NodeId {
    return this.#fold("log10", a);
  }

  min(a: NodeId, b: NodeId): NodeId {
    return a === b ? a : this.#commutative("min", a, b);
  }

  max(a: NodeId, b: NodeId): NodeId {
    return a === b ? a : this.#commutative("max", a, b);
  }

  less(a: NodeId, b: NodeId): NodeId {
    return this.#fold("less", a, b);
  }

  lessOrEqual(a: NodeId, b: NodeId): NodeId {
    return this.#fold("lessOrEqual", a, b);
  }

  equal(a: NodeId, b: NodeId): NodeId {
    return this.#commutative("equal", a, b);
  }

  notEqual(a: NodeId, b: NodeId): NodeId {
    return this.#commutative("notEqual", a, b);
  }

  /** @param a a truth value; so is `b` */
  and(a: NodeId, b: NodeId): NodeId {
    if (this.isConstant(a, 0) || this.isConstant(b, 0)) return this.constant(0);
    if (this.isConstant(a, 1) || a === b) return b;
    return this.isConstant(b, 1) ? a : this.#commutative("and", a, b);
  }

  /** @param a a truth value; so is `b` */
  or(a: NodeId, b: NodeId): NodeId {
    if (this.isConstant(a, 1) || this.isConstant(b, 1)) return this.constant(1);
    if (this.isConstant(a, 0) || a === b) return b;
    return this.isConstant(b, 0) ? a : this.#commutative("or", a, b);
  }

  /** @param a a truth value */
  not(a: NodeId): NodeId {
    const { operation, operands } = this.graph.node(a);
    return operation === "not" ? operands[0]! : this.#fold("not", a);
  }

  /** `condition ? whenTrue : whenFalse`; both sides are computed, one is taken, so NaN in the other does no harm. */
  select(condition: NodeId, whenTrue: NodeId, whenFalse: NodeId): NodeId {
    const known = this.graph.constantValue(condition);
    if (known !== undefined) return known !== 0 ? whenTrue : whenFalse;
    if (whenTrue === whenFalse) return whenTrue;
    const { operation, operands } = this.graph.node(condition);
    if (operation === "not") return this.select(operands[0]!, whenFalse, whenTrue);
    return this.graph.intern("select", [condition, whenTrue, whenFalse]);
  }

  /** `x` when `id` is `-x`. */
  #negated(id: NodeId): NodeId | undefined {
    const { operation, operands } = this.graph.node(id);
    return operation === "negate" ? operands[0] : undefined;
  }

  /** Moves minus signs out of a product or quotient, where sums can absorb them: `k·x - k·x` then shares one product. */
  #withSigns(a: NodeId, b: NodeId, build: (a: NodeId, b: NodeId) => NodeId): NodeId {
    const [negatedA, negatedB] = [this.#negated(a), this.#negated(b)];
    if (negatedA === undefined && negatedB === undefined) return build(a, b);
    const size = build(negatedA ?? a, negatedB ?? b);
    return negatedA !== undefined && negatedB !== undefined ? size : this.negate(size);
  }

  #commutative(operation: ComputedOperation, a: NodeId, b: NodeId): NodeId {
    return a <= b ? this.#fold(operation, a, b) : this.#fold(operation, b, a);
  }

  /** The node of an operation, or its value when every operand is a constant. */
  #fold(operation: ComputedOperation, ...operands: readonly NodeId[]): NodeId {
    const values = operands.map((id) => this.graph.constantValue(id));
    if (values.includes(undefined)) return this.graph.intern(operation, operands);
    const [a, b, c] = values as readonly number[];
    return this.constant(operationMeaning[operation](a!, b!, c!));
  }
}
