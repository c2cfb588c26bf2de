import type { InputDeclaration } from "./input-declaration.ts";
import type { Modifier } from "./modifier.ts";
import type { NamedUnit } from "./named-unit.ts";
import type { ParsedModel } from "./parse-model.ts";

/** A name the model assigns. */
export interface Variable extends NamedUnit {
  /** Text of the unit comment behind the bracket; empty when there is none. */
  readonly label: string;
  /** True when the unit is written in the text, so that the variable is an output unless others are requested. */
  readonly isAnnotated: boolean;
  /** False when some branch leaves it without a value; it then cannot be an output. */
  readonly isAlwaysAssigned: boolean;
}

/** A model whose names, units and order of assignment have been checked; made by `checkModel` only. */
export interface CheckedModel extends ParsedModel {
  readonly inputs: readonly InputDeclaration[];
  /** In order of first `d/dt` in the text. */
  readonly states: readonly NamedUnit[];
  /** In order of first assignment. */
  readonly variables: readonly Variable[];
  /** By state, then in the order bioavailability, lag, duration, rate. */
  readonly modifiers: readonly Modifier[];
}
