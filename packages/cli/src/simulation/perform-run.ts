/** From a prepared run to a finished run folder: simulate, check, write; or to a folder that is marked, and a reason. */
import { type RunResult, type RunSummary, summariseRun } from "@kinetamine/design";
import { dataDictionary } from "../data-files/data-dictionary.ts";
import { dataFiles } from "../data-files/data-files.ts";
import type { ExitName } from "../exit-code.ts";
import { describeFailure } from "../failure.ts";
import { interruption } from "../pool/pool-executor.ts";
import type { FileSystem } from "../run-folder/file-system.ts";
import { folderFiles } from "../run-folder/folder-files.ts";
import { lockText } from "../run-folder/lock.ts";
import { describeRun, manifestText } from "../run-folder/manifest.ts";
import { openRunFolder } from "../run-folder/open-run-folder.ts";
import { readRepositoryState } from "../run-folder/repository-state.ts";
import type { RunFolder } from "../run-folder/run-folder.ts";
import { runName } from "../run-folder/run-name.ts";
import type { PreparedRun } from "../scenario/prepared-run.ts";
import type { ProgressStep } from "../terminal/progress.ts";
import { type SimulatedPlan, simulatePlan } from "./simulate-plan.ts";

/** A run that is on the disk. */
export interface FinishedRun {
  readonly folder: string;
  readonly result: RunResult;
  readonly summary: RunSummary;
  /** `checkFailed` when a check did not pass: the folder is whole, its report says so. */
  readonly exit: ExitName;
}

/** How and where a run is performed. */
export interface RunSettings {
  /** Directory of all runs. */
  readonly root: string;
  readonly workers: number;
  readonly files: FileSystem;
  readonly signal: AbortSignal;
  /** Starts the next announced step. */
  readonly step: (title: string, details: string) => ProgressStep;
}

/**
 * Performs a run.
 * @param prepared plan and given files
 * @throws CliError when the run did not finish; its folder then holds only the marker with the reason, and the log
 */
export async function performRun(prepared: PreparedRun, settings: RunSettings): Promise<FinishedRun> {
  const started = new Date();
  const { scenario, scenarioHash } = prepared.plan;
  const folder = await openRunFolder(settings.files, {
    root: settings.root,
    name: (attempt) => runName(started, { id: scenario.id, hash: scenarioHash }, attempt),
  });
  try {
    await log(folder, "started", { command: prepared.commandLine, workers: settings.workers });
    await writeInputs(folder, prepared);
    const simulated = await simulate(folder, prepared, settings);
    const summary = await check(folder, simulated.result, settings);
    return await write(folder, { ...simulated, prepared, settings, summary, started });
  } catch (error) {
    await folder.abandon(describeFailure(error).message);
    throw error;
  }
}

async function writeInputs(folder: RunFolder, { given, plan }: PreparedRun): Promise<void> {
  for (const { path, bytes } of given) await folder.write(path, bytes);
  await folder.write(folderFiles.lock, lockText(plan));
}

async function simulate(folder: RunFolder, { plan }: PreparedRun, settings: RunSettings): Promise<SimulatedPlan> {
  const step = settings.step("simulating", `${plan.subjectCount} virtual patients, seed ${plan.seed}`);
  const simulated = await simulatePlan(plan, { ...settings, progress: step.update });
  const { failures, steps } = simulated.result;
  step.end(failures.length === 0 ? "ok" : `${failures.length} courses failed`);
  await log(folder, "simulated", { steps, failures });
  return simulated;
}

async function check(folder: RunFolder, result: RunResult, settings: RunSettings): Promise<RunSummary> {
  const step = settings.step("checking", "numbers and doses");
  const summary = summariseRun(result);
  const failed = summary.checks.filter((one) => !one.passed);
  step.end(failed.length === 0 ? "ok" : `failed: ${failed.map((one) => one.label).join("; ")}`);
  await log(folder, "checked", { failed: failed.map((one) => one.id) });
  return summary;
}

interface SimulatedRun extends SimulatedPlan {
  readonly prepared: PreparedRun;
  readonly settings: RunSettings;
  readonly summary: RunSummary;
  readonly started: Date;
}

async function write(folder: RunFolder, run: SimulatedRun): Promise<FinishedRun> {
  const { settings, result, summary } = run;
  const { reportFiles } = await import("./report-files.ts"); // takes half a second to load: only when it is needed
  const step = settings.step("writing", folder.name);
  const data = dataFiles(run, summary);
  const report = reportFiles({ result, summary, commandLine: run.prepared.commandLine });
  for (const file of [...report, ...data]) await writeUnlessStopped(folder, settings, file);
  await folder.write("data/data-dictionary.json", dataDictionary(data));
  await folder.write(
    "checks.json",
    `${JSON.stringify({ checks: summary.checks, failures: result.failures }, null, 2)}\n`,
  );
  const path = await finish(folder, run);
  step.end("ok");
  return { folder: path, result, summary, exit: exitOf(summary) };
}

async function finish(
  folder: RunFolder,
  { prepared, settings, result, summary, started }: SimulatedRun,
): Promise<string> {
  const repository = await readRepositoryState();
  const exit = exitOf(summary);
  await log(folder, "written", { exit });
  const description = describeRun(prepared.plan, {
    command: prepared.commandLine,
    repository,
    workers: settings.workers,
    started,
    ended: new Date(),
    exit,
    failedCourses: result.failures.length,
    warnings: warningsOf(result, summary),
  });
  return folder.finish((files) => manifestText(description, files));
}

function exitOf(summary: RunSummary): ExitName {
  return summary.checks.every((one) => one.passed) ? "ok" : "checkFailed";
}

function warningsOf({ plan }: RunResult, { checks }: RunSummary): readonly string[] {
  const findings = plan.findings.filter((finding) => finding.level !== "note").map((finding) => finding.message);
  const failed = checks.filter((one) => !one.passed).map((one) => `check failed: ${one.label}: ${one.found}`);
  return [...new Set([...findings, ...failed])];
}

/** Rendering holds the thread for seconds; between files there is time to hear a request to stop. */
async function writeUnlessStopped(
  folder: RunFolder,
  { signal }: RunSettings,
  file: { readonly path: string; readonly content: () => string | Uint8Array | Promise<Uint8Array> },
): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (signal.aborted) throw interruption();
  await folder.write(file.path, await file.content());
}

/** Every entry says when, and how much processor time all threads have used until then [s]. */
function log(folder: RunFolder, event: string, details: Readonly<Record<string, unknown>>): Promise<void> {
  const { user, system } = process.cpuUsage();
  return folder.log({ time: new Date().toISOString(), cpu_s: (user + system) / 1e6, event, ...details });
}
