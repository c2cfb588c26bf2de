import type { Expression } from "./expression.ts";
import { type Assignment, type Statement, targetText } from "./statement.ts";

/**
 * What the targets assigned so far stand for, by target text. A branch of `if` works on a scope of its own, so that
 * both branches start from the same values and only what they changed has to be joined.
 */
export class Scope<Value> {
  readonly #outer: Scope<Value> | undefined;
  readonly #own = new Map<string, Value>();

  constructor(outer?: Scope<Value>) {
    this.#outer = outer;
  }

  get(key: string): Value | undefined {
    return this.#own.get(key) ?? this.#outer?.get(key);
  }

  set(key: string, value: Value): void {
    this.#own.set(key, value);
  }

  /** Keys set in this scope itself. */
  get ownKeys(): Iterable<string> {
    return this.#own.keys();
  }
}

/** How one stage of the compiler understands statements: as units, or as nodes of a graph. */
export interface Interpretation<Value extends object | number> {
  evaluate(expression: Expression, scope: Scope<Value>): Value;
  condition(expression: Expression, scope: Scope<Value>): Value;
  /** What the target stands for from here on. */
  assign(assignment: Assignment, value: Value, scope: Scope<Value>): Value;
  /** What a target stands for after an `if`; a branch that leaves it without a value passes undefined. */
  join(condition: Value, whenTrue: Value | undefined, whenFalse: Value | undefined): Value;
}

/**
 * Runs statements in order under an interpretation.
 *
 * Each assignment makes a new value and leaves older ones alone, so re-assigning a name never changes what was computed
 * from it before; this is static single assignment without renaming.
 *
 * @returns what every target stands for at the end
 */
export function interpretStatements<Value extends object | number>(
  statements: readonly Statement[],
  interpretation: Interpretation<Value>,
): Scope<Value> {
  const scope = new Scope<Value>();
  runInScope(statements, scope, interpretation);
  return scope;
}

function runInScope<Value extends object | number>(
  statements: readonly Statement[],
  scope: Scope<Value>,
  interpretation: Interpretation<Value>,
): void {
  for (const statement of statements) {
    if (statement.kind === "assignment") {
      const value = interpretation.evaluate(statement.value, scope);
      scope.set(targetText(statement.target), interpretation.assign(statement, value, scope));
      continue;
    }
    const condition = interpretation.condition(statement.condition, scope);
    const [whenTrue, whenFalse] = [new Scope(scope), new Scope(scope)];
    runInScope(statement.whenTrue, whenTrue, interpretation);
    runInScope(statement.whenFalse, whenFalse, interpretation);
    for (const key of new Set([...whenTrue.ownKeys, ...whenFalse.ownKeys])) {
      scope.set(key, interpretation.join(condition, whenTrue.get(key), whenFalse.get(key)));
    }
  }
}
