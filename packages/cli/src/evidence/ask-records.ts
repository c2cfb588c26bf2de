import {
  type AnswerOptions,
  answerForest,
  answerQuestion,
  type CorrelationResult,
  compareWithPublished,
  loadPublishedSyntheses,
  loadTrials,
  type Question,
  type QuestionStudy,
  screeningCounts,
} from "@kinetamine/evidence";
import { isRatio, measureWords } from "./measures.ts";
import type { Synthesis, SynthesisStudy } from "./synthesis.ts";

type Answered = ReturnType<typeof answerQuestion>;

/**
 * Answers a question from the records on file.
 * @param question without a measure, the one in which most studies can be used is taken; in a tie points of one scale before standardised
 * @throws EvidenceError when the options do not suit the studies
 */
export function askRecords(question: Question, options: AnswerOptions): Synthesis {
  const answer = question.measure === undefined ? inMostUsedMeasure(question, options) : ask(question, options);
  return {
    title: titleOf(answer),
    measure: measureWords(answer.measure),
    isRatio: isRatio(answer.measure),
    direction: directionOf(answer),
    studies: answer.studies.map(studyOf),
    forest: answerForest(answer),
    ...(answer.pooled === undefined ? {} : { pooled: answer.pooled }),
    apart: answer.byDesign.map(({ design, pooled }) => ({ name: `${design} studies`, pooled })),
    alternatives: answer.alternatives,
    ...(answer.prediction === undefined ? {} : { prediction: answer.prediction }),
    ...(answer.heterogeneity === undefined ? {} : { heterogeneity: answer.heterogeneity }),
    omissions: answer.omissions,
    correlations: overCorrelations(answer, options),
    published: compareWithPublished(answer, loadPublishedSyntheses()),
    excluded: answer.excluded,
    screening: screeningCounts(answer),
    cautions: answer.cautions,
  };
}

function ask(question: Question, options: AnswerOptions): Answered {
  return answerQuestion(loadTrials(), { question, options });
}

function inMostUsedMeasure(question: Question, options: AnswerOptions): Answered {
  if (question.outcomes === "events") return ask(question, options);
  const standardised = ask({ ...question, measure: "standardised-mean-difference" }, options);
  const inPoints = ask({ ...question, measure: "mean-difference" }, options);
  return inPoints.studies.length >= standardised.studies.length ? inPoints : standardised;
}

function titleOf({ question, measure, studies }: Answered): string {
  const { disorder, window, control, route } = question.criteria;
  const scale =
    measure === "mean-difference" && studies[0] !== undefined ? ` in points of ${studies[0].row.scale}` : "";
  const parts = [disorder?.toUpperCase(), window, control === undefined ? "any control" : `${control} control`, route];
  return `${parts.filter((part) => part !== undefined).join(", ")}: ${measureWords(measure)}${scale}`;
}

function directionOf({ measure, favours }: Answered): string {
  if (isRatio(measure)) return favours === "positive" ? "above 1 favours ketamine" : "below 1 favours ketamine";
  return `${favours} favours ketamine`;
}

function studyOf({ label, effect, variance, row, design, participants, caveats }: QuestionStudy): SynthesisStudy {
  const facts = {
    design: row.analysis === "first-period" ? "parallel (first period)" : design,
    control: row.control,
    scale: row.scale,
    people: participants === undefined ? "" : `${participants}`,
    "risk of bias": row.riskOfBias,
    status: row.status,
  };
  return { id: row.study, label, effect, variance, facts, caveats };
}

/** Empty where no study rests on an imputed correlation, so that every result would be the same. */
function overCorrelations(answer: Answered, options: AnswerOptions): readonly CorrelationResult[] {
  const results = [0.3, 0.5, 0.7].flatMap((correlation) => {
    const { pooled } = ask({ ...answer.question, measure: answer.measure }, { ...options, correlation });
    return pooled === undefined ? [] : [{ correlation, pooled }];
  });
  const widths = new Set(results.map(({ pooled }) => pooled.pooled.standardError));
  return widths.size > 1 ? results : [];
}
