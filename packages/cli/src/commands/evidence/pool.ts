import {
  type AnswerOptions,
  disorders,
  EvidenceError,
  type Inference,
  loadTrials,
  type Question,
  type QuestionMeasure,
  readStudies,
  routes,
  tauSquaredEstimators,
  timeWindows,
} from "@kinetamine/evidence";
import { InvalidArgumentError, Option } from "commander";
import { CliError } from "../../cli-error.ts";
import { askRecords } from "../../evidence/ask-records.ts";
import { studiesFileFailure, withEvidenceFailures } from "../../evidence/evidence-failure.ts";
import { type MeasureName, measures } from "../../evidence/measures.ts";
import { poolOwnStudies } from "../../evidence/pool-own-studies.ts";
import type { Synthesis } from "../../evidence/synthesis.ts";
import { synthesisData } from "../../evidence/synthesis-data.ts";
import { synthesisText } from "../../evidence/synthesis-text.ts";
import { writeSynthesis } from "../../evidence/write-synthesis.ts";
import { readInputFile } from "../../scenario/read-input-file.ts";
import { type DefineCommand, examples, type Outcome } from "../command.ts";
import { controlChoices } from "./studies.ts";
import { unknownStudy } from "./study.ts";

type Criteria = Pick<Question["criteria"], "disorder" | "window" | "control" | "route">;

interface Flags extends Criteria {
  readonly csv?: string;
  readonly outcome?: Question["outcomes"];
  readonly measure?: MeasureName;
  readonly estimator: string;
  readonly test: keyof typeof tests;
  readonly correlation?: number;
  readonly exclude: readonly string[];
  readonly output?: string;
}

const tests = {
  adhoc: "hartung-knapp-ad-hoc",
  knha: "hartung-knapp",
  wald: "wald",
  t: "t",
} as const satisfies Readonly<Record<string, Inference>>;

/** `evidence pool`: one pooled result from the records or from a user's own studies. */
export const definePool: DefineCommand = (program, act) => {
  program
    .command("pool")
    .summary("pool trials of one disorder, time and control, or your own studies")
    .description(
      "Pools the trials of one disorder in one span after the dose and shows everything the result rests on: studies with weights, parallel and crossover studies apart, prediction interval, heterogeneity, other methods, published syntheses, and what was left out and why. With --csv: your own studies instead.\n\nColumns of a CSV file: study, then one of: effect, variance | effect, se | effect, ci_low, ci_high | ratio, ci_low, ci_high | mean_, sd_, n_experimental and mean_, sd_, n_control | events_, n_experimental and events_, n_control; optionally group, year, cluster, note.",
    )
    .addOption(new Option("--disorder <disorder>", "disorder treated").choices(disorders))
    .addOption(new Option("--window <window>", "span after the dose").choices(timeWindows))
    .addOption(
      new Option("--control <control>", "what ketamine was compared with; any unless given").choices(controlChoices),
    )
    .addOption(new Option("--route <route>", "route of ketamine; any unless given").choices(routes))
    .option("--csv <file>", "pool the studies of this file")
    .addOption(
      new Option("--outcome <kind>", "scores, or counts of people such as responders (default: continuous)").choices([
        "continuous",
        "events",
      ]),
    )
    .addOption(
      new Option("--measure <measure>", "default: the one in which most studies can be used").choices(
        Object.keys(measures),
      ),
    )
    .addOption(
      new Option("--estimator <name>", "of the variance between studies")
        .choices(tauSquaredEstimators.map((name) => name.toLowerCase()))
        .default("reml"),
    )
    .addOption(
      new Option("--test <name>", "adhoc: Hartung-Knapp, never narrower than Wald")
        .choices(Object.keys(tests))
        .default("adhoc"),
    )
    .option(
      "--correlation <number>",
      "within people of a crossover, where a report gives none (default: 0.5)",
      correlation,
    )
    .option(
      "--exclude <id>",
      "leave a study out; may be given several times",
      (id: string, all: string[]) => [...all, id],
      [],
    )
    .option("-o, --output <folder>", "new folder for forest and funnel plot, their data and a metafor script")
    .addHelpText(
      "after",
      examples(
        ["kinetamine evidence pool --disorder ptsd --window 24h --control active", "one question"],
        [
          "kinetamine evidence pool --disorder ptsd --window 7-14d --test knha --exclude duek2023",
          "another method, one study less",
        ],
        [
          "kinetamine evidence pool --disorder ptsd --window 7-14d --outcome events --measure or",
          "responders, as odds ratio",
        ],
        ["kinetamine evidence pool --csv examples/studies-means.csv --measure md", "your own studies"],
        [
          "kinetamine evidence pool --csv examples/studies-means.csv --output pooled",
          "the same with figures and an R script",
        ],
      ),
    )
    .action((flags: Flags) => act("evidence pool", () => pool(flags)));
};

async function pool(flags: Flags): Promise<Outcome> {
  const synthesis = flags.csv === undefined ? fromRecords(flags) : await fromFile(flags.csv, flags);
  const text = synthesisText(synthesis);
  const data = synthesisData(synthesis);
  if (flags.output === undefined) return { exit: "ok", text, data };
  const files = await writeSynthesis(flags.output, synthesis);
  return {
    exit: "ok",
    text: `${text}\n\nwritten: ${flags.output} (${files.join(", ")})`,
    data: { ...data, folder: flags.output, files },
  };
}

function fromRecords({ exclude, measure, outcome, ...flags }: Flags): Synthesis {
  const { disorder, window, control, route } = flags;
  if (disorder === undefined || window === undefined)
    throw new CliError("usage", "Cannot pool the records: --disorder and --window are required, or --csv with a file");
  for (const id of exclude) if (!loadTrials().some((trial) => trial.id === id)) throw unknownStudy(id);
  const outcomes = outcome ?? outcomesOf(measure);
  const question = {
    criteria: {
      disorder,
      window,
      ...(control === undefined ? {} : { control }),
      ...(route === undefined ? {} : { route }),
      without: exclude,
    },
    outcomes,
    ...(measure === undefined ? {} : { measure: questionMeasure(measure, outcomes) }),
  };
  return withEvidenceFailures(() => askRecords(question, optionsOf(flags)));
}

async function fromFile(path: string, { exclude, measure, ...flags }: Flags): Promise<Synthesis> {
  const clash = (["disorder", "window", "control", "route", "outcome", "correlation"] as const).find(
    (name) => flags[name] !== undefined,
  );
  if (clash !== undefined)
    throw new CliError("usage", `Cannot pool ${path} with --${clash}: it selects among the records, not in a file`);
  const { text } = await readInputFile(path);
  const file = readOwn(text, { path, measure });
  const missing = exclude.find((label) => !file.studies.some((study) => study.label === label));
  if (missing !== undefined)
    throw new CliError("usage", `Cannot leave out ${JSON.stringify(missing)}: a study of ${path} is required`);
  return withEvidenceFailures(() => poolOwnStudies({ name: path, file, excluded: exclude, options: optionsOf(flags) }));
}

function readOwn(
  text: string,
  { path, measure }: { readonly path: string; readonly measure: MeasureName | undefined },
) {
  try {
    return readStudies(text, measure === undefined ? {} : { measure: measures[measure] });
  } catch (error) {
    throw error instanceof EvidenceError ? studiesFileFailure(error, path) : error;
  }
}

function optionsOf({
  estimator,
  test,
  correlation: within,
}: Pick<Flags, "estimator" | "test" | "correlation">): AnswerOptions {
  const chosen = tauSquaredEstimators.find((name) => name.toLowerCase() === estimator);
  return {
    ...(chosen === undefined ? {} : { estimator: chosen }),
    inference: tests[test],
    ...(within === undefined ? {} : { correlation: within }),
  };
}

function outcomesOf(measure: MeasureName | undefined): Question["outcomes"] {
  return measure === "rr" || measure === "or" || measure === "rd" ? "events" : "continuous";
}

function questionMeasure(name: MeasureName, outcomes: Question["outcomes"]): QuestionMeasure {
  const measure = measures[name];
  const suits = outcomes === "events" ? ["rr", "or", "rd"] : ["smd", "md"];
  if (measure === "log-of-ratio" || !suits.includes(name))
    throw new CliError("usage", `Cannot pool ${outcomes} outcomes as ${name}: one of ${suits.join(", ")} is required`);
  return measure;
}

function correlation(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > -1 && value < 1) return value;
  throw new InvalidArgumentError("A number between -1 and 1 is required");
}
