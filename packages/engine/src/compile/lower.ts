import type { CheckedModel } from "../model/checked-model.ts";
import type { BinaryOperation, Expression, FunctionCall } from "../model/expression.ts";
import { type Interpretation, interpretStatements, type Scope } from "../model/flow.ts";
import { targetText } from "../model/statement.ts";
import type { Algebra } from "./algebra.ts";
import type { NodeId } from "./graph.ts";

/** Every quantity a kernel computes, as nodes of one graph. */
export interface LoweredModel {
  /** dy/dt by state. */
  readonly derivatives: readonly NodeId[];
  /** x(0) by state, 0 where the model gives none. */
  readonly initial: readonly NodeId[];
  readonly outputs: readonly NodeId[];
  readonly modifiers: readonly NodeId[];
}

/**
 * Translates a checked model into a graph.
 *
 * @param options.outputs names of variables or states
 * @param options.algebra builds the nodes
 */
export function lowerModel(
  model: CheckedModel,
  { outputs, algebra }: { readonly outputs: readonly string[]; readonly algebra: Algebra },
): LoweredModel {
  const translation = new GraphInterpretation(model, algebra);
  const scope = interpretStatements(model.statements, translation);
  const names = model.states.map(({ name }) => name);
  return {
    derivatives: names.map((state) => scope.get(targetText({ kind: "derivative", state }))!),
    initial: names.map((state) => scope.get(targetText({ kind: "initial", state })) ?? algebra.constant(0)),
    outputs: outputs.map((name) => translation.resolve(name, scope)),
    modifiers: model.modifiers.map(({ state, kind }) => scope.get(targetText({ kind, state: names[state]! }))!),
  };
}

/** Understands a model as nodes. The model has been checked, so every lookup succeeds. */
class GraphInterpretation implements Interpretation<NodeId> {
  readonly #algebra: Algebra;
  readonly #states: ReadonlyMap<string, number>;
  readonly #inputs: ReadonlyMap<string, number>;

  constructor(model: CheckedModel, algebra: Algebra) {
    this.#algebra = algebra;
    this.#states = new Map(model.states.map(({ name }, i) => [name, i]));
    this.#inputs = new Map(model.inputs.map(({ name }, i) => [name, i]));
  }

  resolve(name: string, scope: Scope<NodeId>): NodeId {
    const assigned = scope.get(name);
    if (assigned !== undefined) return assigned;
    const state = this.#states.get(name);
    return state === undefined ? this.#algebra.graph.input(this.#inputs.get(name)!) : this.#algebra.graph.state(state);
  }

  evaluate(expression: Expression, scope: Scope<NodeId>): NodeId {
    const evaluate = (part: Expression) => this.evaluate(part, scope);
    switch (expression.kind) {
      case "number":
        return this.#algebra.constant(expression.value);
      case "time":
        return this.#algebra.graph.time();
      case "name":
        return this.resolve(expression.name, scope);
      case "unary": {
        const operand = evaluate(expression.operand);
        return expression.operator === "-" ? this.#algebra.negate(operand) : this.#algebra.not(operand);
      }
      case "binary":
        return this.#binary(expression, evaluate(expression.left), evaluate(expression.right));
      case "call":
        return this.#call(expression, expression.arguments.map(evaluate));
    }
  }

  condition(expression: Expression, scope: Scope<NodeId>): NodeId {
    return this.evaluate(expression, scope);
  }

  assign(_assignment: unknown, value: NodeId): NodeId {
    return value;
  }

  join(condition: NodeId, whenTrue: NodeId | undefined, whenFalse: NodeId | undefined): NodeId {
    // A name that one branch leaves unassigned is never read afterwards: the check has made sure of it.
    return this.#algebra.select(condition, (whenTrue ?? whenFalse)!, (whenFalse ?? whenTrue)!);
  }

  #binary({ operator }: BinaryOperation, a: NodeId, b: NodeId): NodeId {
    const algebra = this.#algebra;
    switch (operator) {
      case "+":
        return algebra.add(a, b);
      case "-":
        return algebra.subtract(a, b);
      case "*":
        return algebra.multiply(a, b);
      case "/":
        return algebra.divide(a, b);
      case "^":
        return algebra.power(a, b);
      case "<":
        return algebra.less(a, b);
      case "<=":
        return algebra.lessOrEqual(a, b);
      case ">":
        return algebra.less(b, a);
      case ">=":
        return algebra.lessOrEqual(b, a);
      case "==":
        return algebra.equal(a, b);
      case "!=":
        return algebra.notEqual(a, b);
      case "&&":
        return algebra.and(a, b);
      case "||":
        return algebra.or(a, b);
    }
  }

  #call({ name }: FunctionCall, values: readonly NodeId[]): NodeId {
    if (name === "min" || name === "max") return values.reduce((a, b) => this.#algebra[name](a, b));
    return this.#algebra[name](values[0]!);
  }
}
