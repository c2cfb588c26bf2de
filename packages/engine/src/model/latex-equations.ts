import { latexExpression, latexName } from "./latex-expression.ts";
import type { ParsedModel } from "./parse-model.ts";
import type { Assignment, Statement, Target } from "./statement.ts";

/** One equation ready for typesetting. */
export interface LatexEquation {
  readonly left: string;
  readonly right: string;
  /** What must hold for the equation to apply, outermost first; empty for most. */
  readonly conditions: readonly string[];
  /** Unit as written, when the statement carries one; of the state for a derivative. */
  readonly unit?: string;
  readonly label?: string;
}

/** The equations of a model in order of the text, as LaTeX mathematics without delimiters. */
export function latexEquations(model: ParsedModel): readonly LatexEquation[] {
  return collect(model.statements, []);
}

function collect(statements: readonly Statement[], conditions: readonly string[]): readonly LatexEquation[] {
  return statements.flatMap((statement) => {
    if (statement.kind === "assignment") return [equation(statement, conditions)];
    const condition = latexExpression(statement.condition);
    const opposite = `\\lnot \\left(${condition}\\right)`;
    return [
      ...collect(statement.whenTrue, [...conditions, condition]),
      ...collect(statement.whenFalse, [...conditions, opposite]),
    ];
  });
}

function equation({ target, value, annotation }: Assignment, conditions: readonly string[]): LatexEquation {
  return {
    left: latexTarget(target),
    right: latexExpression(value),
    conditions,
    ...(annotation && { unit: annotation.unit, label: annotation.label }),
  };
}

function latexTarget(target: Target): string {
  if (target.kind === "variable") return latexName(target.name);
  const state = latexName(target.state);
  switch (target.kind) {
    case "derivative":
      return `\\frac{\\mathrm{d}\\,${state}}{\\mathrm{d}t}`;
    case "initial":
      return `${state}(0)`;
    case "bioavailability":
      return `F\\left(${state}\\right)`;
    case "lag":
      return `t_{\\mathrm{lag}}\\left(${state}\\right)`;
    case "duration":
      return `D\\left(${state}\\right)`;
    case "rate":
      return `R\\left(${state}\\right)`;
  }
}
