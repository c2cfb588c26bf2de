import { prepareComparison } from "../scenario/prepare-comparison.ts";
import { announceRun, type RunFlags, runOptions } from "../simulation/announce-run.ts";
import { type DefineCommand, examples } from "./command.ts";

interface Flags extends RunFlags {
  readonly beyondStudiedRange?: true;
}

/** `compare`: the regimens of several scenarios side by side in the same virtual patients. */
export const defineCompare: DefineCommand = (program, act) => {
  const command = program
    .command("compare")
    .summary("run the regimens of several scenarios side by side")
    .description(
      "Runs the regimens of two or more scenarios as one run, in the same virtual patients. Model, population, times and seed must be the same in all files; a regimen they share appears once.",
    )
    .argument("<scenarios...>", "two or more scenario files (YAML)");
  runOptions(command)
    .option("--beyond-studied-range", "allow doses beyond anything trials have studied; recorded in the run")
    .addHelpText(
      "after",
      examples(
        ["kinetamine compare slow.scenario.yaml fast.scenario.yaml", "one run folder with both"],
        ["kinetamine compare a.yaml b.yaml c.yaml --output /data/runs", "up to four regimens in all"],
      ),
    )
    .action((paths: readonly string[], flags: Flags) => {
      if (paths.length < 2) command.error("error: compare needs at least two scenario files");
      return act("compare", (surroundings) =>
        announceRun(surroundings, {
          flags,
          prepare: () => prepareComparison(paths, { beyondStudiedRange: flags.beyondStudiedRange === true }),
        }),
      );
    });
};
