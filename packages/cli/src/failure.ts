import { type InputProblem, type InputProblemCode, ScenarioError } from "@kinetamine/design";
import { CommanderError } from "commander";
import { CliError } from "./cli-error.ts";
import { type ExitName, exitCodes } from "./exit-code.ts";

/** A failure as it is printed and as it is given to programs. */
export interface Failure {
  readonly exit: ExitName;
  readonly code: string;
  readonly message: string;
  /** Where an input file is wrong; empty for other failures. */
  readonly problems: readonly InputProblem[];
}

/** Problems of a scenario that could be simulated but lies beyond what this program agrees to. */
const limitCodes: readonly InputProblemCode[] = ["hard-limit", "outside-studied-range", "too-large-to-run"];

/**
 * Gives any thrown thing its code and exit.
 * @param error what was thrown; a defect of the program becomes `unexpected` with its stack
 */
export function describeFailure(error: unknown): Failure {
  if (error instanceof ScenarioError) {
    const isRefusal = error.problems.every((problem) => limitCodes.includes(problem.code));
    const exit = isRefusal ? "refused" : "invalidInput";
    return { exit, code: error.code, message: error.message, problems: error.problems };
  }
  if (error instanceof CliError) return { exit: error.exit, code: error.code, message: error.message, problems: [] };
  if (error instanceof CommanderError) return { exit: "usage", code: "usage", message: error.message, problems: [] };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exit: "unexpected", code: "unexpected", message, problems: [] };
}

/** The JSON object that a failed command prints. */
export function failureObject({ exit, code, message, problems }: Failure): Readonly<Record<string, unknown>> {
  return { ok: false, exitCode: exitCodes[exit].code, error: { code, message, problems } };
}
