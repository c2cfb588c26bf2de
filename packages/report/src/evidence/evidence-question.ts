import {
  type AnswerOptions,
  answerQuestion,
  type Disorder,
  loadTrials,
  type Question,
  type TimeWindow,
  timeWindows,
} from "@kinetamine/evidence";
import { disorderWords, windowWords } from "./words.ts";

/** What the records say to a question. */
export type Answered = ReturnType<typeof answerQuestion>;

/** One question of the report with its answer. */
export interface EvidenceQuestion {
  /** E.g. `ptsd-24h-active-scores`; stable. */
  readonly id: string;
  readonly disorder: Disorder;
  readonly window: TimeWindow;
  readonly control: "active" | "passive";
  readonly outcomes: Question["outcomes"];
  /** In words, e.g. `Post-traumatic stress disorder, 24 h, active control: symptom scores`. */
  readonly title: string;
  readonly answer: Answered;
}

/** The disorders this report asks about. */
const reportDisorders = ["sad", "gad", "panic", "mixed-anxiety", "ptsd", "ocd"] as const satisfies readonly Disorder[];

/** Kinds of comparator that are kept apart: those that can be felt, and those that cannot. */
const reportControls = ["passive", "active"] as const;

/**
 * Asks every question of the report: disorder by time window by kind of control, for scores and for counts of people.
 * Scores are answered in the measure in which most studies can be used; in a tie in points of one scale.
 * @returns all questions in a fixed order, also those without any study
 */
export function askAll(options: AnswerOptions = {}): readonly EvidenceQuestion[] {
  return reportDisorders.flatMap((disorder) =>
    timeWindows.flatMap((window) =>
      reportControls.flatMap((control) =>
        (["continuous", "events"] as const).map((outcomes) => {
          const question = { criteria: { disorder, window, control }, outcomes };
          return {
            id: `${disorder}-${window}-${control}-${outcomes === "events" ? "events" : "scores"}`,
            disorder,
            window,
            control,
            outcomes,
            title: `${disorderWords[disorder]}, ${windowWords[window]}, ${control} control: ${outcomes === "events" ? "people with a response" : "symptom scores"}`,
            answer: ask(question, options),
          };
        }),
      ),
    ),
  );
}

function ask(question: Question, options: AnswerOptions): Answered {
  const trials = loadTrials();
  if (question.outcomes === "events") return answerQuestion(trials, { question, options });
  const inMeasure = (measure: "mean-difference" | "standardised-mean-difference") =>
    answerQuestion(trials, { question: { ...question, measure }, options });
  const inPoints = inMeasure("mean-difference");
  const standardised = inMeasure("standardised-mean-difference");
  return inPoints.studies.length >= standardised.studies.length ? inPoints : standardised;
}
