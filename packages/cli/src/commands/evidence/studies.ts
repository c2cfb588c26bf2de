import {
  controlActivities,
  controlTypes,
  disorders,
  loadTrials,
  routes,
  selectTrials,
  type Trial,
  type TrialCriteria,
  timeWindows,
} from "@kinetamine/evidence";
import { Option } from "commander";
import { textTable } from "../../terminal/text-table.ts";
import { type DefineCommand, examples, type Outcome } from "../command.ts";

type Flags = Pick<TrialCriteria, "disorder" | "control" | "window" | "route"> & { readonly randomised?: true };

/** Comparators that can be asked for: a substance, or all that can or cannot be felt. */
export const controlChoices = [...controlActivities.filter((each) => each !== "none"), ...controlTypes];

/** `evidence studies`: which studies there are. */
export const defineStudies: DefineCommand = (program, act) => {
  program
    .command("studies")
    .summary("list the studies on record")
    .description("Lists the studies on record, all of them or those that meet the criteria given.")
    .addOption(new Option("--disorder <disorder>", "disorder treated").choices(disorders))
    .addOption(new Option("--control <control>", "what ketamine was compared with").choices(controlChoices))
    .addOption(new Option("--window <window>", "with an outcome in this span after the dose").choices(timeWindows))
    .addOption(new Option("--route <route>", "route of ketamine").choices(routes))
    .option("--randomised", "randomised comparisons only")
    .addHelpText(
      "after",
      examples(
        ["kinetamine evidence studies", "all of them"],
        ["kinetamine evidence studies --disorder ocd --control saline", "a selection"],
        ["kinetamine evidence studies --json", "the whole records as JSON"],
      ),
    )
    .action((flags: Flags) => act("evidence studies", async () => list(flags)));
};

function list({ randomised, ...criteria }: Flags): Outcome {
  const { trials, excluded } = selectTrials(loadTrials(), {
    ...criteria,
    ...(randomised === undefined ? {} : { randomisedOnly: randomised }),
  });
  const heading = ["id", "study", "disorders", "design", "control", "people", "risk of bias", "used for"];
  const count = `${trials.length} of ${trials.length + excluded.length} studies`;
  const text = `${textTable([heading, ...trials.map(row)])}\n\n${count}. One of them: kinetamine evidence study ID`;
  return { exit: "ok", text, data: { studies: trials, leftOut: excluded } };
}

function row({ id, label, disorders: treated, design, control, participants, riskOfBias, role }: Trial): string[] {
  const people = participants.enrolled.value ?? participants.completed.value;
  return [
    id,
    label,
    treated.join(", "),
    `${design.kind}${design.randomised ? "" : ", not randomised"}`,
    control.type,
    people === null ? "not found" : `${people}`,
    riskOfBias.overall.judgement,
    role.use,
  ];
}
