import type { Command } from "commander";
import { prepareScenario } from "../scenario/prepare-scenario.ts";
import { announceRun, type RunFlags, runOptions } from "../simulation/announce-run.ts";
import { type DefineCommand, examples } from "./command.ts";

interface Flags extends RunFlags {
  readonly beyondStudiedRange?: true;
}

/** `run`: simulate a scenario and write its run folder. */
export const defineRun: DefineCommand = (program, act) => {
  const command: Command = program
    .command("run")
    .summary("simulate a scenario and write a run folder with its report")
    .description(
      "Simulates a scenario in virtual patients and writes a run folder: data, figures, report, locked scenario and a manifest with the hash of every file.",
    )
    .argument("<scenario>", "scenario file (YAML)");
  runOptions(command)
    .option("--beyond-studied-range", "allow doses beyond anything trials have studied; recorded in the run")
    .addHelpText(
      "after",
      examples(
        ["kinetamine run examples/iv-twice-weekly.scenario.yaml", "the run folder appears in ./runs"],
        ["kinetamine run mine.scenario.yaml --workers 1 --output /data/runs", "one thread, another place"],
        ["kinetamine run mine.scenario.yaml --json --quiet", "for scripts: folder, report and checks as JSON"],
      ),
    )
    .action((path: string, flags: Flags) =>
      act("run", (surroundings) =>
        announceRun(surroundings, {
          flags,
          prepare: () => prepareScenario(path, { beyondStudiedRange: flags.beyondStudiedRange === true }),
        }),
      ),
    );
};
