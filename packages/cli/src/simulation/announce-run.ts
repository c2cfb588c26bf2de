import { join } from "node:path";
import type { Command } from "commander";
import type { Outcome, Surroundings } from "../commands/command.ts";
import { nodeFileSystem } from "../run-folder/node-file-system.ts";
import { describePlan, type PreparedRun } from "../scenario/prepared-run.ts";
import { printNotices } from "../terminal/notices.ts";
import { createProgress } from "../terminal/progress.ts";
import { headlines } from "./headlines.ts";
import { type FinishedRun, performRun } from "./perform-run.ts";
import { defaultWorkers, parseWorkers } from "./simulate-plan.ts";

/** The options of every command that writes a run folder. */
export interface RunFlags {
  readonly output: string;
  readonly workers: number;
}

/** Adds the options of {@link RunFlags} to a command. */
export function runOptions(command: Command): Command {
  return command
    .option("-o, --output <directory>", "where run folders are kept; made if absent", "runs")
    .option("-w, --workers <number>", "worker threads; the numbers do not depend on it", parseWorkers, defaultWorkers);
}

/**
 * Performs a run with words about its progress, and says where its report is.
 * @param job `prepare` reads and plans, so that invalid input leaves nothing on the disk
 */
export async function announceRun(
  { terminal, signal }: Surroundings,
  job: { readonly flags: RunFlags; readonly prepare: () => Promise<PreparedRun> },
): Promise<Outcome> {
  printNotices(terminal);
  const step = createProgress(terminal, 4);
  const expanding = step("expanding", "doses, times and parameters");
  const prepared = await job.prepare();
  expanding.end(describePlan(prepared.plan));
  const findings = prepared.plan.findings.map(({ level, message }) => `      ${level}: ${message}`);
  for (const line of new Set(findings)) terminal.note(line); // regimens often share theirs
  const { output, workers } = job.flags;
  const run = await performRun(prepared, {
    root: output,
    workers,
    files: nodeFileSystem,
    signal,
    step,
  });
  return describeRun(run);
}

function describeRun({ folder, result, summary, exit }: FinishedRun): Outcome {
  const report = join(folder, "report.html");
  const failed = summary.checks.filter((check) => !check.passed);
  const failedLines = failed.map((check) => `check failed: ${check.label}: ${check.found}, required ${check.required}`);
  return {
    exit,
    text: [...failedLines, ...headlines(result, summary), `report: ${report}`].join("\n"),
    data: {
      folder,
      report,
      scenario: result.plan.scenario.id,
      virtualPatients: result.plan.subjectCount,
      failedCourses: result.failures.length,
      findings: result.plan.findings,
      checks: summary.checks,
      contrasts: summary.contrasts,
    },
  };
}
