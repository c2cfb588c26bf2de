import { Command, CommanderError } from "commander";
import type { Act, Action, DefineCommand, Outcome } from "./commands/command.ts";
import { defineCompare } from "./commands/compare.ts";
import { defineEvidence } from "./commands/evidence/evidence.ts";
import { defineExplain } from "./commands/explain.ts";
import { defineExport } from "./commands/export.ts";
import { defineInit } from "./commands/init.ts";
import { defineRun } from "./commands/run.ts";
import { defineScreen } from "./commands/screen.ts";
import { defineSelftest } from "./commands/selftest.ts";
import { defineVerify } from "./commands/verify.ts";
import { describeExitCodes, exitCodes } from "./exit-code.ts";
import { describeFailure, failureObject } from "./failure.ts";
import { listenForInterruption } from "./interruption.ts";
import { intendedUse } from "./terminal/notices.ts";
import { createTerminal, type Terminal } from "./terminal/terminal.ts";
import { tool } from "./tool.ts";

/** In the order of the help. */
const commands: readonly DefineCommand[] = [
  defineInit,
  defineExplain,
  defineRun,
  defineCompare,
  defineVerify,
  defineExport,
  defineEvidence,
  defineScreen,
  defineSelftest,
];

/**
 * Runs one command line to its end.
 * @param argv the words after the program's name
 * @returns the exit code; see exit-code.ts
 */
export async function main(argv: readonly string[]): Promise<number> {
  endQuietlyWhenReaderLeaves();
  let code: number = exitCodes.ok.code;
  const program = createProgram(async (name, action) => {
    code = await perform(action, { name, terminal: terminalFor(program.opts()) });
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok.code;
    return fail(error, { name: "", terminal: terminalFor({ json: argv.includes("--json") }) });
  }
  return code;
}

function createProgram(act: Act): Command {
  const program = new Command("kinetamine")
    .description(`Simulates ketamine and esketamine in virtual patients, from dose to symptom score.\n\n${intendedUse}`)
    .version(tool.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .option("--json", "print one JSON object on stdout; news stays on stderr")
    .option("-q, --quiet", "print results and failures only")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => undefined }) // printed once, by fail()
    .addHelpText("after", `\n${describeExitCodes()}`)
    .exitOverride();
  for (const define of commands) define(program, act);
  return program;
}

interface Invocation {
  readonly name: string;
  readonly terminal: Terminal;
}

async function perform(action: Action, { name, terminal }: Invocation): Promise<number> {
  const listening = listenForInterruption(() => terminal.note("\nStopping; press Ctrl-C again to stop at once"));
  try {
    const outcome = await action({ terminal, signal: listening.signal });
    return print(outcome, { name, terminal });
  } catch (error) {
    return fail(error, { name, terminal });
  } finally {
    listening.stop();
  }
}

function print(outcome: Outcome, { name, terminal }: Invocation): number {
  const { code } = exitCodes[outcome.exit];
  if (terminal.json) {
    terminal.result(JSON.stringify({ command: name, ok: code === 0, exitCode: code, ...outcome.data }));
  } else if (outcome.text !== "") {
    terminal.result(outcome.text);
  }
  return code;
}

function fail(error: unknown, { name, terminal }: Invocation): number {
  const failure = describeFailure(error);
  terminal.failure(failure.message);
  if (terminal.json) terminal.result(JSON.stringify({ command: name, ...failureObject(failure) }));
  return exitCodes[failure.exit].code;
}

function terminalFor(options: { readonly json?: boolean; readonly quiet?: boolean }): Terminal {
  const { json = false, quiet = false } = options;
  return createTerminal(process, { json, quiet, environment: process.env });
}

/** `kinetamine explain x | head` closes our stdout early: nothing is wrong, and nobody is left to read. */
function endQuietlyWhenReaderLeaves(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(exitCodes.ok.code);
  });
}
