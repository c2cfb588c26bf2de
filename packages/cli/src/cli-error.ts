import type { ExitName } from "./exit-code.ts";

/** Stable codes of what the command line itself reports, with what each one means; messages may be reworded, codes may not. */
export const cliErrorCodes = {
  "cannot-write": "A file or folder could not be written; the message names it and the reason",
  "file-not-found": "An input file does not exist",
  "file-unreadable": "An input file exists but cannot be read",
  "file-size": "An input file is longer than any scenario needs to be",
  interrupted: "The run was interrupted from outside before it finished",
  "lock-unreadable": "The lock file of a run is not one this version can simulate again",
  "manifest-damaged": "The manifest of a run cannot be read",
  "not-a-run-folder": "The folder holds no manifest of a run",
  "run-changed": "A file of a run is not the one that was written",
  "run-incomplete": "The folder is of a run that has not finished",
  "scenarios-differ": "Scenarios to be compared differ in more than their regimens",
  usage: "The command line is not one this program understands",
  "worker-failed": "A worker thread ended or threw an error",
  "would-overwrite": "A file that was to be created exists already",
} as const;

/** A code listed in {@link cliErrorCodes}. */
export type CliErrorCode = keyof typeof cliErrorCodes;

const exits: Readonly<Record<CliErrorCode, ExitName>> = {
  "cannot-write": "cannotWrite",
  "file-not-found": "invalidInput",
  "file-size": "invalidInput",
  "file-unreadable": "invalidInput",
  interrupted: "interrupted",
  "lock-unreadable": "mismatch",
  "manifest-damaged": "mismatch",
  "not-a-run-folder": "invalidInput",
  "run-changed": "mismatch",
  "run-incomplete": "mismatch",
  "scenarios-differ": "invalidInput",
  usage: "usage",
  "worker-failed": "unexpected",
  "would-overwrite": "cannotWrite",
};

/** A failure meant for the person at the terminal: what was attempted, the value found, the value required. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;

  /** @param message no full stop at the end */
  constructor(code: CliErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  /** How the process ends after this failure. */
  get exit(): ExitName {
    return exits[this.code];
  }
}
