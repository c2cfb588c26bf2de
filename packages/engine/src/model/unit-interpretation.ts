import type { Declarations } from "./declarations.ts";
import { unitOfAnnotation } from "./declarations.ts";
import type { Expression, NameReference } from "./expression.ts";
import { failAt } from "./fail.ts";
import type { Interpretation, Scope } from "./flow.ts";
import { type Inferred, inferUnits, requireTruth } from "./infer-units.ts";
import { type Assignment, type Target, targetText } from "./statement.ts";
import { closest } from "./suggest.ts";
import { agree, type FlexibleUnit } from "./unit-agreement.ts";
import { baseUnit, dimensionless, divideUnits, type Unit } from "./units.ts";

/** What is known of a target at one point of the text. */
export interface KnownValue extends Inferred {
  /** True when some path reaches this point without a value. */
  readonly isPartial: boolean;
}

const hour = baseUnit("time");

/** Understands a model as units: the checks that follow the order of the text. */
export class UnitInterpretation implements Interpretation<KnownValue> {
  readonly #declarations: Declarations;
  readonly #inputs: ReadonlyMap<string, Unit>;
  readonly #inputsRead = new Set<string>();
  /** Every variable keeps one unit however often it is assigned. */
  readonly #variableUnits = new Map<string, FlexibleUnit>();

  constructor(declarations: Declarations, inputs: ReadonlyMap<string, Unit>) {
    this.#declarations = declarations;
    this.#inputs = inputs;
  }

  /** Inputs that some expression has read. */
  get inputsRead(): ReadonlySet<string> {
    return this.#inputsRead;
  }

  /** Unit of a variable, once all statements are interpreted; 1 for one that only ever holds the literal 0. */
  unitOf(variable: string): Unit {
    return this.#variableUnits.get(variable) ?? dimensionless;
  }

  evaluate(expression: Expression, scope: Scope<KnownValue>): KnownValue {
    return { ...inferUnits(expression, (name) => this.#lookUp(name, scope)), isPartial: false };
  }

  condition(expression: Expression, scope: Scope<KnownValue>): KnownValue {
    const value = this.evaluate(expression, scope);
    requireTruth(value, expression);
    return value;
  }

  assign(assignment: Assignment, value: KnownValue, scope: Scope<KnownValue>): KnownValue {
    const { target } = assignment;
    if (target.kind === "variable") {
      const unit = this.#assignVariable(target.name, assignment, value);
      return { ...value, unit };
    }
    if (scope.get(targetText(target)) !== undefined) {
      failAt(assignment.targetSpan, "E-STATE-TWICE", `Cannot give ${targetText(target)} twice on one path`);
    }
    if (target.kind === "initial" && value.isDynamic) {
      const problem = `Cannot compute ${targetText(target)} from time or a state: an initial value may depend on inputs only`;
      failAt(assignment.value.span, "E-INITIAL-DEPENDS", problem);
    }
    return { ...value, unit: this.#assignStateProperty(target, assignment, value) };
  }

  join(condition: KnownValue, whenTrue: KnownValue | undefined, whenFalse: KnownValue | undefined): KnownValue {
    const present = [whenTrue, whenFalse].filter((value) => value !== undefined);
    return {
      // Where one branch holds the literal 0, the unit of the other counts.
      unit: present.find((value) => value.unit !== undefined)?.unit,
      isTruth: present.every((value) => value.isTruth),
      isDynamic: condition.isDynamic || present.some((value) => value.isDynamic),
      isPartial: present.length < 2 || present.some((value) => value.isPartial),
    };
  }

  #assignVariable(name: string, assignment: Assignment, value: KnownValue): FlexibleUnit {
    const before = this.#variableUnits.get(name);
    const unit = declaredOrInferred(assignment, value);
    const describe = (found: string, required: string) =>
      `Cannot assign ${found} to ${name}, which was ${required} before`;
    const result = agree(unit, before, { span: assignment.targetSpan, describe });
    this.#variableUnits.set(name, result);
    return result;
  }

  #assignStateProperty(
    target: Exclude<Target, { kind: "variable" }>,
    assignment: Assignment,
    value: KnownValue,
  ): FlexibleUnit {
    const stateUnit = this.#declarations.states.get(target.state)!.unit;
    const required = requiredUnit(target.kind, stateUnit);
    const text = targetText(target);
    const describe = (found: string, needed: string) => `Cannot set ${text} to ${found}: it must be in ${needed}`;
    // Behind a derivative the comment gives the unit of the state, which was read beforehand.
    const found = target.kind === "derivative" ? value.unit : declaredOrInferred(assignment, value);
    return agree(found, required, { span: assignment.value.span, describe });
  }

  #lookUp({ name, span }: NameReference, scope: Scope<KnownValue>): Inferred {
    const assigned = scope.get(name);
    if (assigned?.isPartial) {
      failAt(span, "E-NAME-UNASSIGNED", `Cannot read ${name} here: it is assigned in only some branches before`);
    }
    if (assigned !== undefined) return assigned;
    const state = this.#declarations.states.get(name);
    if (state !== undefined) return { unit: state.unit, isTruth: false, isDynamic: true };
    const input = this.#inputs.get(name);
    if (input !== undefined) {
      this.#inputsRead.add(name);
      return { unit: input, isTruth: false, isDynamic: false };
    }
    const { states, variables } = this.#declarations;
    if (variables.has(name)) failAt(span, "E-NAME-UNASSIGNED", `Cannot read ${name} before it is assigned`);
    const known = [...this.#inputs.keys(), ...states.keys(), ...variables];
    const problem = `Unknown name ${name}: assign it before this line or declare it as an input`;
    return failAt(span, "E-NAME-UNKNOWN", problem, closest(name, known));
  }
}

function requiredUnit(kind: Exclude<Target["kind"], "variable">, stateUnit: Unit): Unit {
  switch (kind) {
    case "initial":
      return stateUnit;
    case "derivative":
    case "rate":
      return divideUnits(stateUnit, hour);
    case "bioavailability":
      return dimensionless;
    case "lag":
    case "duration":
      return hour;
  }
}

/**
 * The unit an assignment gives to its left side.
 *
 * A unit comment checks the right side, with one exception: behind a bare number it declares the unit of that number,
 * which is how a model names a constant: `limit = 24  # [h]`.
 */
function declaredOrInferred({ annotation, value, target }: Assignment, inferred: KnownValue): FlexibleUnit {
  if (annotation === undefined) return inferred.unit;
  const declared = unitOfAnnotation(annotation);
  if (isBareNumber(value)) return declared;
  const describe = (found: string) => `Cannot assign ${found} to ${targetText(target)} in ${annotation.unit}`;
  return agree(inferred.unit, declared, { span: value.span, describe });
}

function isBareNumber(expression: Expression): boolean {
  if (expression.kind === "unary" && expression.operator === "-") return expression.operand.kind === "number";
  return expression.kind === "number";
}
