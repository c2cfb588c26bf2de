import { checkInputs } from "./check-inputs.ts";
import type { CheckedModel, Variable } from "./checked-model.ts";
import { collectDeclarations, type Declarations } from "./declarations.ts";
import { fail, failAt } from "./fail.ts";
import { interpretStatements, type Scope } from "./flow.ts";
import { formatUnit } from "./format-unit.ts";
import type { InputDeclaration } from "./input-declaration.ts";
import { limits } from "./limits.ts";
import type { Modifier } from "./modifier.ts";
import type { ParsedModel } from "./parse-model.ts";
import { type Assignment, assignments, type ModifierKind, modifierSpelling, targetText } from "./statement.ts";
import { type KnownValue, UnitInterpretation } from "./unit-interpretation.ts";

/**
 * Checks the meaning of a model: every name has one origin, nothing is read before it is assigned, and both sides of
 * every equation have the same unit, scale included.
 *
 * @param inputs everything the text reads without assigning it, no more and no less
 * @returns the model with its inputs, states, variables and dosing properties listed
 * @throws ModelError with the place and one of the codes in `modelErrorCodes`
 */
export function checkModel(parsed: ParsedModel, inputs: readonly InputDeclaration[]): CheckedModel {
  const inputUnits = checkInputs(inputs);
  const declarations = collectDeclarations(parsed);
  const all = assignments(parsed.statements);
  for (const assignment of all) checkInputsAreFree(assignment, inputUnits);
  checkStateCount(all, declarations);
  const interpretation = new UnitInterpretation(declarations, inputUnits);
  const scope = interpretStatements(parsed.statements, interpretation);
  checkStateProperties(all, scope);
  checkInputsAreRead(inputs, interpretation.inputsRead);
  return {
    ...parsed,
    inputs,
    states: [...declarations.states].map(([name, { unitText }]) => ({ name, unit: unitText })),
    variables: listVariables(all, interpretation, scope),
    modifiers: listModifiers(all, declarations),
  };
}

function checkInputsAreFree({ target, targetSpan }: Assignment, inputs: ReadonlyMap<string, unknown>): void {
  const name = target.kind === "variable" ? target.name : target.state;
  if (!inputs.has(name)) return;
  failAt(targetSpan, "E-INPUT-ASSIGNED", `Cannot set ${targetText(target)}: ${name} is declared as an input`);
}

function checkInputsAreRead(inputs: readonly InputDeclaration[], read: ReadonlySet<string>): void {
  inputs.forEach(({ name }, i) => {
    if (read.has(name)) return;
    fail("E-INPUT-UNUSED", `inputs[${i}]`, `Cannot accept the input ${name}: the model never reads it`);
  });
}

function checkStateCount(all: readonly Assignment[], { states }: Declarations): void {
  if (states.size <= limits.states) return;
  failAt(all[0]!.span, "E-LIMIT", `Cannot use ${states.size} states: at most ${limits.states} are allowed`);
}

/** A derivative or dosing property missing on some path would leave a hole that no default can fill honestly. */
function checkStateProperties(all: readonly Assignment[], scope: Scope<KnownValue>): void {
  for (const { target, targetSpan } of all) {
    if (target.kind === "variable" || !scope.get(targetText(target))!.isPartial) continue;
    failAt(targetSpan, "E-STATE-PARTIAL", `Missing ${targetText(target)} in some branches: give it in every branch`);
  }
}

function listVariables(
  all: readonly Assignment[],
  interpretation: UnitInterpretation,
  scope: Scope<KnownValue>,
): readonly Variable[] {
  const variables = new Map<string, Variable>();
  for (const { target, annotation } of all) {
    if (target.kind !== "variable" || variables.get(target.name)?.isAnnotated) continue;
    variables.set(target.name, {
      name: target.name,
      unit: annotation?.unit ?? formatUnit(interpretation.unitOf(target.name)),
      label: annotation?.label ?? "",
      isAnnotated: annotation !== undefined,
      isAlwaysAssigned: !scope.get(target.name)!.isPartial,
    });
  }
  return [...variables.values()];
}

const modifierOrder = Object.keys(modifierSpelling) as readonly ModifierKind[];

function listModifiers(all: readonly Assignment[], { states }: Declarations): readonly Modifier[] {
  const given = new Set(all.map(({ target }) => targetText(target)));
  return [...states.keys()].flatMap((state, index) =>
    modifierOrder
      .filter((kind) => given.has(targetText({ kind, state })))
      .map((kind): Modifier => ({ state: index, kind })),
  );
}
