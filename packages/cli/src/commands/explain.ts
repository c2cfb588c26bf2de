import { explainPlan } from "@kinetamine/design";
import { prepareScenario } from "../scenario/prepare-scenario.ts";
import { type DefineCommand, examples } from "./command.ts";

interface Flags {
  readonly beyondStudiedRange?: true;
}

/** `explain`: print every dose of a scenario before anything runs. */
export const defineExplain: DefineCommand = (program, act) => {
  program
    .command("explain")
    .summary("print every dose of a scenario before anything runs")
    .description(
      "Reads a scenario and prints, in plain words, every dose, time and limit exactly as it would be simulated.",
    )
    .argument("<scenario>", "scenario file (YAML)")
    .option("--beyond-studied-range", "allow doses beyond anything trials have studied")
    .addHelpText(
      "after",
      examples(
        ["kinetamine explain examples/iv-twice-weekly.scenario.yaml", "check a scenario by reading it"],
        ["kinetamine explain mine.scenario.yaml --json", "the expanded plan, for programs"],
      ),
    )
    .action((path: string, flags: Flags) =>
      act("explain", async () => {
        const { plan } = await prepareScenario(path, { beyondStudiedRange: flags.beyondStudiedRange === true });
        return { exit: "ok", text: explainPlan(plan), data: { plan } };
      }),
    );
};
