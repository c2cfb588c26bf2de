import type { ModifierKind } from "./statement.ts";

/** A property of dosing into one state that the model computes: `f(x)`, `alag(x)`, `dur(x)` or `rate(x)`. */
export interface Modifier {
  /** Index into `CompiledModel.states`. */
  readonly state: number;
  readonly kind: ModifierKind;
}
