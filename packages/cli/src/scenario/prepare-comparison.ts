import { basename } from "node:path";
import { planRun, readScenario } from "@kinetamine/design";
import { folderFiles } from "../run-folder/folder-files.ts";
import { mergeScenarios } from "./merge-scenarios.ts";
import type { Allowances } from "./prepare-scenario.ts";
import type { PreparedRun } from "./prepared-run.ts";
import { readInputFile } from "./read-input-file.ts";

/**
 * Reads several scenario files and plans their regimens as one run. The run folder holds the merged scenario as
 * scenario.yaml and the files as given beside it.
 * @throws CliError `scenarios-differ` and those of reading; ScenarioError for a scenario that cannot be planned
 */
export async function prepareComparison(paths: readonly string[], allowances: Allowances): Promise<PreparedRun> {
  const files = await Promise.all(paths.map(readInputFile));
  const merged = mergeScenarios(files.map(({ text, path }) => readScenario(text, path)));
  const plan = planRun(readScenario(merged, paths.join(" + ")), allowances);
  const flag = allowances.beyondStudiedRange ? " --beyond-studied-range" : "";
  return {
    plan,
    given: [
      { path: folderFiles.scenario, bytes: Buffer.from(merged, "utf8") },
      ...files.map(({ bytes }, index) => ({ path: `given/scenario-${index + 1}.yaml`, bytes })),
    ],
    commandLine: `kinetamine compare ${paths.map((path) => basename(path)).join(" ")}${flag}`,
  };
}
