import { loadTrials, studyPage, studyPageMarkdown } from "@kinetamine/evidence";
import { CliError } from "../../cli-error.ts";
import { type DefineCommand, examples } from "../command.ts";

/** `evidence study`: the page of one study. */
export const defineStudy: DefineCommand = (program, act) => {
  program
    .command("study")
    .summary("one study: design, outcomes, risk of bias, appraisal")
    .description(
      "Prints the page of one study as Markdown: what was done and found, its limits, every number with its place in the source.",
    )
    .argument("<id>", "identifier of the study, see evidence studies")
    .addHelpText(
      "after",
      examples(
        ["kinetamine evidence study feder2014", "the page"],
        ["kinetamine evidence study feder2014 --json", "the record behind it"],
      ),
    )
    .action((id: string) =>
      act("evidence study", async () => {
        const trial = loadTrials().find((each) => each.id === id.toLowerCase());
        if (trial === undefined) throw unknownStudy(id);
        return { exit: "ok", text: studyPageMarkdown(studyPage(trial)).trimEnd(), data: { study: trial } };
      }),
    );
};

/** An identifier that no record has; names those that begin alike, or says where all are listed. */
export function unknownStudy(id: string): CliError {
  const alike = loadTrials().filter((trial) => trial.id.startsWith(id.slice(0, 4).toLowerCase()));
  const hint =
    alike.length === 0 ? "see kinetamine evidence studies" : `there is ${alike.map((each) => each.id).join(", ")}`;
  return new CliError(
    "usage",
    `Cannot find the study ${JSON.stringify(id)}: an identifier on record is required; ${hint}`,
  );
}
