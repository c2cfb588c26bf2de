import { failAt } from "./fail.ts";
import type { ParsedModel } from "./parse-model.ts";
import { parseUnit } from "./parse-unit.ts";
import { locate } from "./span.ts";
import { type Assignment, assignments, type UnitAnnotation } from "./statement.ts";
import { closest } from "./suggest.ts";
import { sameUnit, type Unit } from "./units.ts";

/** A state as its derivatives declare it. */
interface DeclaredState {
  readonly unit: Unit;
  /** As written. */
  readonly unitText: string;
}

/** What the text declares, wherever it does so. */
export interface Declarations {
  /** In order of first `d/dt`. */
  readonly states: ReadonlyMap<string, DeclaredState>;
  /** Assigned variables, in order of first assignment. */
  readonly variables: ReadonlySet<string>;
}

/**
 * Collects the states and variables of a model.
 *
 * @throws ModelError `E-STATE-UNIT`, `E-STATE-UNKNOWN`, `E-STATE-ASSIGNED`, `E-UNIT-MISMATCH`, `E-UNIT-SYNTAX` or `E-UNIT-UNKNOWN`
 */
export function collectDeclarations(model: ParsedModel): Declarations {
  const all = assignments(model.statements);
  const derivatives = new Map<string, Assignment[]>();
  for (const assignment of all) {
    const { target } = assignment;
    if (target.kind === "derivative")
      derivatives.set(target.state, [...(derivatives.get(target.state) ?? []), assignment]);
  }
  const states = new Map([...derivatives].map(([name, group]) => [name, declareState(name, group)]));
  const variables = new Set<string>();
  for (const assignment of all) {
    checkTarget(assignment, states);
    if (assignment.target.kind === "variable") variables.add(assignment.target.name);
  }
  return { states, variables };
}

/** Only derivatives make states; the other properties need one, and a plain assignment must not hit one. */
function checkTarget({ target, targetSpan }: Assignment, states: ReadonlyMap<string, DeclaredState>): void {
  if (target.kind === "variable") {
    if (!states.has(target.name)) return;
    const remedy = `use d/dt(${target.name}) or ${target.name}(0)`;
    failAt(targetSpan, "E-STATE-ASSIGNED", `Cannot assign to the state ${target.name}: ${remedy}`);
  }
  if (states.has(target.state)) return;
  const problem = `Cannot set a property of ${target.state}: no d/dt(${target.state}) makes it a state`;
  failAt(targetSpan, "E-STATE-UNKNOWN", problem, closest(target.state, states.keys()));
}

/** The unit that all unit comments behind the derivatives of one state agree on. */
function declareState(name: string, derivatives: readonly Assignment[]): DeclaredState {
  const annotations = derivatives.flatMap(({ annotation }) => annotation ?? []);
  const first = annotations[0];
  if (first === undefined) {
    const problem = `Missing unit of the state ${name}: end the line with a comment such as \`# [mg]\``;
    return failAt(derivatives[0]!.span, "E-STATE-UNIT", problem);
  }
  const unit = unitOfAnnotation(first);
  for (const other of annotations) {
    if (sameUnit(unitOfAnnotation(other), unit)) continue;
    const problem = `Cannot give the state ${name} the unit ${other.unit}: it is ${first.unit} at ${locate(first.span)}`;
    failAt(other.span, "E-UNIT-MISMATCH", problem);
  }
  return { unit, unitText: first.unit };
}

/** Reads the unit of a unit comment; mistakes are located in the model text. */
export function unitOfAnnotation({ unit, span }: UnitAnnotation): Unit {
  return parseUnit(unit, (offset) => locate({ ...span, start: span.start + offset }));
}
