import { join } from "node:path";
import { type RunPlan, runTask, summariseRun } from "@kinetamine/design";
import { CliError } from "../cli-error.ts";
import { dataFiles } from "../data-files/data-files.ts";
import { readLockFile } from "../run-folder/lock.ts";
import { simulatePlan } from "../simulation/simulate-plan.ts";
import type { ProgressStep } from "../terminal/progress.ts";
import { checkFiles, type Discrepancy } from "./check-files.ts";
import { firstDifference } from "./first-difference.ts";
import { readIfPresent } from "./read-if-present.ts";
import { readManifest } from "./read-manifest.ts";

/** What verifying a run folder found. */
export interface Verdict {
  readonly folder: string;
  readonly filesChecked: number;
  /** Data files that were simulated again and compared; 0 when only hashes were checked, or already disagreed. */
  readonly filesReproduced: number;
  readonly discrepancies: readonly Discrepancy[];
}

/** How far a run is verified. */
export interface VerifySettings {
  /** Leave out simulating again. */
  readonly hashOnly: boolean;
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly step: (title: string, details: string) => ProgressStep;
}

/**
 * Hashes every file of a run folder, then simulates its lock again and compares the data byte by byte.
 * @throws CliError for a folder that is no finished run
 */
export async function verifyRun(folder: string, settings: VerifySettings): Promise<Verdict> {
  const read = await readManifest(folder);
  const filesChecked = read.manifest.files.length;
  const step = settings.step("hashing", `${filesChecked} files`);
  const discrepancies = await checkFiles(folder, read);
  step.end(discrepancies.length === 0 ? "ok" : `${discrepancies.length} disagree`);
  if (settings.hashOnly || discrepancies.length > 0) return { folder, filesChecked, filesReproduced: 0, discrepancies };
  return { folder, filesChecked, ...(await reproduce(folder, settings)) };
}

async function reproduce(folder: string, settings: VerifySettings) {
  const plan = await readLockFile(folder);
  requireSameModel(plan, folder);
  const simulating = settings.step("simulating", `${plan.subjectCount} virtual patients, seed ${plan.seed}`);
  const files = await simulateData(plan, { ...settings, progress: simulating.update });
  simulating.end("ok");
  const comparing = settings.step("comparing", `${files.length} data files`);
  const discrepancies: Discrepancy[] = [];
  for (const { path, content } of files) {
    const found = (await readIfPresent(join(folder, path))) ?? new Uint8Array();
    const difference = firstDifference(found, await content(), { isText: path.endsWith(".csv") });
    if (difference !== undefined) discrepancies.push({ kind: "not-reproduced", path, detail: difference });
  }
  comparing.end(discrepancies.length === 0 ? "byte for byte the same" : `${discrepancies.length} differ`);
  return { filesReproduced: files.length, discrepancies };
}

/** Preparing an empty task compares the model of the plan with the one at hand; in a worker the reason would look like a crash. */
function requireSameModel(plan: RunPlan, folder: string): void {
  try {
    runTask(plan, { kind: "typical", regimen: plan.regimens[0]?.id ?? "", first: 0, count: 0 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError("lock-unreadable", `Cannot simulate ${folder} again: ${reason}`, { cause: error });
  }
}

async function simulateData(plan: RunPlan, options: Parameters<typeof simulatePlan>[1]) {
  const simulated = await simulatePlan(plan, options);
  return dataFiles(simulated, summariseRun(simulated.result));
}
