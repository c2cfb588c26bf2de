import type { Expression } from "./expression.ts";
import type { Span } from "./span.ts";

/** What a statement gives a value to. */
export type Target =
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: StateProperty; readonly state: string };

/** `d/dt(x)`, `x(0)`, `f(x)`, `alag(x)`, `dur(x)` and `rate(x)`. */
type StateProperty = "derivative" | "initial" | ModifierKind;

export type ModifierKind = "bioavailability" | "lag" | "duration" | "rate";

/** How each dosing property is written. */
export const modifierSpelling: Readonly<Record<ModifierKind, string>> = {
  bioavailability: "f",
  lag: "alag",
  duration: "dur",
  rate: "rate",
};

/** The unit comment of a statement: `# [mg/L] plasma concentration`. */
export interface UnitAnnotation {
  readonly unit: string;
  /** The rest of the comment; empty when there is none. */
  readonly label: string;
  /** The unit's text, without brackets. */
  readonly span: Span;
}

export interface Assignment {
  readonly kind: "assignment";
  readonly target: Target;
  readonly targetSpan: Span;
  readonly value: Expression;
  readonly annotation?: UnitAnnotation;
  readonly span: Span;
}

export interface Conditional {
  readonly kind: "if";
  readonly condition: Expression;
  readonly whenTrue: readonly Statement[];
  /** Empty without `else`; a single conditional for `else if`. */
  readonly whenFalse: readonly Statement[];
  readonly span: Span;
}

export type Statement = Assignment | Conditional;

/** The left side as written, e.g. `d/dt(x)`; distinct targets have distinct texts, so it also serves as a key. */
export function targetText(target: Target): string {
  switch (target.kind) {
    case "variable":
      return target.name;
    case "derivative":
      return `d/dt(${target.state})`;
    case "initial":
      return `${target.state}(0)`;
    default:
      return `${modifierSpelling[target.kind]}(${target.state})`;
  }
}

/** Every assignment in order of the text, those inside branches included. */
export function assignments(statements: readonly Statement[]): readonly Assignment[] {
  return statements.flatMap((statement) =>
    statement.kind === "assignment"
      ? [statement]
      : [...assignments(statement.whenTrue), ...assignments(statement.whenFalse)],
  );
}
