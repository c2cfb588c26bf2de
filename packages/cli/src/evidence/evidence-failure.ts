import { type InputProblem, ScenarioError } from "@kinetamine/design";
import { EvidenceError } from "@kinetamine/evidence";
import { CliError } from "../cli-error.ts";

/**
 * Runs a step of a synthesis; what it refuses becomes a failure for the person at the terminal.
 * @throws CliError `usage` when options or too few studies make an analysis impossible
 */
export function withEvidenceFailures<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof EvidenceError) throw new CliError("usage", error.message, { cause: error });
    throw error;
  }
}

/**
 * The faults of a file of studies with file, line and column name.
 * @returns a ScenarioError, whose exit is that of every input file that is not valid
 */
export function studiesFileFailure({ problems }: EvidenceError, file: string): ScenarioError {
  return new ScenarioError(
    problems.map(({ path, found, required }): InputProblem => {
      const [, line = "1", column = ""] = /^line (\d+)(?:, (.*))?$/.exec(path) ?? [];
      const where = path.startsWith("line ") ? column : path;
      const message = `is ${found}, must be ${required}`;
      return { code: "not-allowed", file, line: Number(line), column: 1, path: where, message };
    }),
  );
}
