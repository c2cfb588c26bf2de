/** What is wrong with a scenario, and where. */

/** Stable codes of input problems with what each one means; messages may be reworded, codes may not. */
export const inputProblemCodes = {
  "file-too-large": "The file is longer than any scenario needs to be",
  "file-characters": "The file holds control characters or is not text",
  "yaml-syntax": "The text is not valid YAML 1.2",
  "yaml-alias": "The file uses anchors, aliases, tags or directives, which scenarios do without",
  "yaml-depth": "The file is nested more deeply than any scenario needs to be",
  "yaml-nodes": "The file has more entries than any scenario needs",
  "duplicate-key": "The same key is given twice",
  "schema-version": "The file does not say that it is a scenario, or is written for another version of the format",
  "unknown-key": "The key is not part of the format",
  missing: "A required entry is absent",
  "wrong-type": "The entry has another type than required, such as text where a number is expected",
  "out-of-bounds": "A number, text or list is smaller or larger than allowed",
  "not-allowed": "The entry is not one of the values or forms allowed here",
  quantity: "The text is not a number with one of the units allowed here",
  inconsistent: "Two entries contradict each other",
  "not-supported": "The entry is part of the format but this version does not implement it",
  "hard-limit": "The dose, route or population is one this program does not simulate",
  "outside-studied-range": "The dose lies above, or is given faster than, anything studied in psychiatric trials",
  "too-large-to-run": "The run would need more memory than allowed",
} as const;

/** A code listed in {@link inputProblemCodes}. */
export type InputProblemCode = keyof typeof inputProblemCodes;

/** A position in a text file; both count from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong, located in the file. */
export interface InputProblem extends Place {
  readonly code: InputProblemCode;
  readonly file: string;
  /** Keys and list positions from 0 joined by points, e.g. `regimens.0.doses.0.dose`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

/** Writes a problem on one line: `file:line:column path - message`. */
export function formatProblem(problem: InputProblem): string {
  const { file, line, column, path, message } = problem;
  return `${file}:${line}:${column} ${path === "" ? "(file)" : path} - ${message}`;
}

const mostLines = 50;

/** A scenario that cannot be read or planned. The message holds one line for each problem, in the order of the file. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  /** The code of the first problem. */
  readonly code: InputProblemCode;
  readonly problems: readonly InputProblem[];

  /** @param problems at least one, in any order */
  constructor(problems: readonly InputProblem[]) {
    const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    const lines = inOrder.slice(0, mostLines).map(formatProblem);
    const more = inOrder.length - lines.length;
    super([...lines, ...(more > 0 ? [`and ${more} more problems`] : [])].join("\n"));
    this.problems = inOrder;
    this.code = inOrder[0]?.code ?? "yaml-syntax";
  }
}
