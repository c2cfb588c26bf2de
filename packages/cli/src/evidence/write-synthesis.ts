import { CliError } from "../cli-error.ts";
import { nodeFileSystem } from "../run-folder/node-file-system.ts";
import type { Synthesis } from "./synthesis.ts";
import { writeFolder } from "./write-folder.ts";

/**
 * Writes forest and funnel plot with their data, and the metafor script of a pooled result, to a new folder.
 * @returns names of the files written
 * @throws CliError `usage` when nothing was pooled, `would-overwrite`, `cannot-write`
 */
export async function writeSynthesis(folder: string, synthesis: Synthesis): Promise<readonly string[]> {
  const { title, pooled, forest, measure, isRatio, direction, studies } = synthesis;
  if (pooled === undefined) throw new CliError("usage", `Cannot write ${folder}: there is no study to draw`);
  const { synthesisFiles } = await import("@kinetamine/report"); // slow to load, and pooling alone does without
  const facts = new Map(studies.map((study) => [study.label, study.facts]));
  const files = synthesisFiles({
    title,
    pooled,
    forest,
    measure: measure.replace(/ \(.*\)$/, ""),
    isRatio,
    sides: direction,
    detailOf: (label) => [facts.get(label)?.design, facts.get(label)?.control].filter((fact) => fact).join(", "),
  });
  await writeFolder(nodeFileSystem, folder, files);
  return files.map(({ path }) => path);
}
