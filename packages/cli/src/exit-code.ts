/** What the process tells its caller when it ends; part of the public interface, so a number never changes its meaning. */
export const exitCodes = {
  ok: { code: 0, meaning: "finished as asked" },
  unexpected: { code: 1, meaning: "unexpected failure (please report it)" },
  usage: { code: 2, meaning: "wrong command, option or argument" },
  invalidInput: { code: 3, meaning: "an input file is missing, unreadable or not valid" },
  refused: { code: 4, meaning: "refused by the limits on doses, populations or cost" },
  checkFailed: { code: 5, meaning: "a numerical or installation check failed" },
  mismatch: { code: 6, meaning: "a run folder is incomplete, changed or not reproduced" },
  cannotWrite: { code: 7, meaning: "output could not be written" },
  interrupted: { code: 130, meaning: "interrupted" },
} as const;

/** Name of an entry of {@link exitCodes}. */
export type ExitName = keyof typeof exitCodes;

/**
 * The exit codes as the last section of the help text.
 * @returns lines of text, one per code
 */
export function describeExitCodes(): string {
  const lines = Object.values(exitCodes).map(({ code, meaning }) => `  ${String(code).padStart(3)}  ${meaning}`);
  return ["Exit codes:", ...lines].join("\n");
}
