import type { ParsedModel } from "./parse-model.ts";
import { printExpression } from "./print-expression.ts";
import { type Assignment, type Conditional, type Statement, targetText } from "./statement.ts";

/**
 * Writes a model as one text in the rxode2 mini-language, one statement per line, units as comments.
 *
 * `parseModel` reads the text back to the same trees. Comments other than units, and the division into files, are lost.
 *
 * @example
 * printModel(parseModel([{ name: "m", text: "d/dt(x)=-(k*x) # [mg]" }])) // => "d/dt(x) = -(k*x)  # [mg]\n"
 */
export function printModel(model: ParsedModel): string {
  return printBlock(model.statements, "");
}

function printBlock(statements: readonly Statement[], indent: string): string {
  return statements
    .map((statement) =>
      statement.kind === "if"
        ? `${indent}${printConditional(statement, indent)}\n`
        : `${indent}${printAssignment(statement)}\n`,
    )
    .join("");
}

function printAssignment({ target, value, annotation }: Assignment): string {
  const equation = `${targetText(target)} = ${printExpression(value)}`;
  return annotation === undefined ? equation : `${equation}  # [${annotation.unit}] ${annotation.label}`.trimEnd();
}

function printConditional({ condition, whenTrue, whenFalse }: Conditional, indent: string): string {
  const block = (statements: readonly Statement[]) => `{\n${printBlock(statements, `${indent}  `)}${indent}}`;
  const head = `if (${printExpression(condition)}) ${block(whenTrue)}`;
  const [first] = whenFalse;
  if (first === undefined) return head;
  if (whenFalse.length === 1 && first.kind === "if") return `${head} else ${printConditional(first, indent)}`;
  return `${head} else ${block(whenFalse)}`;
}
