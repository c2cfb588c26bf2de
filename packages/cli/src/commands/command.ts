import type { Command } from "commander";
import type { ExitName } from "../exit-code.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What a command ends with. */
export interface Outcome {
  readonly exit: ExitName;
  /** Printed on stdout unless --json. */
  readonly text: string;
  /** Printed on stdout with --json, beside `command`, `ok` and `exitCode`. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the surroundings give to a command. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C or a request to end. */
  readonly signal: AbortSignal;
}

/** Does the work of a command. */
export type Action = (surroundings: Surroundings) => Promise<Outcome>;

/** Performs an action under the name of its command. */
export type Act = (name: string, action: Action) => Promise<void>;

/**
 * A command of the command line: declares its arguments, options and help on `program`, and calls `act` with what to do.
 * One file under commands/ and one line in main.ts make a new one.
 */
export type DefineCommand = (program: Command, act: Act) => void;

/**
 * The examples at the end of a command's help.
 * @param lines pairs of a command line and what it is for
 */
export function examples(...lines: readonly (readonly [command: string, purpose: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return ["\nExamples:", ...lines.map(([command, purpose]) => `  $ ${command.padEnd(width)}   ${purpose}`)].join("\n");
}
