import { basename } from "node:path";
import { planRun, readScenario } from "@kinetamine/design";
import { folderFiles } from "../run-folder/folder-files.ts";
import type { PreparedRun } from "./prepared-run.ts";
import { readInputFile } from "./read-input-file.ts";

/** What a caller may allow that a scenario file cannot. */
export interface Allowances {
  /** Doses beyond anything trials have studied, for work on populations only. */
  readonly beyondStudiedRange: boolean;
}

/**
 * Reads and plans one scenario file.
 * @throws CliError for a file that cannot be read, ScenarioError for a scenario that cannot be planned
 */
export async function prepareScenario(path: string, allowances: Allowances): Promise<PreparedRun> {
  const file = await readInputFile(path);
  const plan = planRun(readScenario(file.text, path), allowances);
  const flag = allowances.beyondStudiedRange ? " --beyond-studied-range" : "";
  return {
    plan,
    given: [{ path: folderFiles.scenario, bytes: file.bytes }],
    commandLine: `kinetamine run ${basename(path)}${flag}`,
  };
}
