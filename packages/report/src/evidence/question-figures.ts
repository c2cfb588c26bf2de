import { answerForest, funnel } from "@kinetamine/evidence";
import type { FigureSpec } from "../figures/figure-spec.ts";
import type { Answered, EvidenceQuestion } from "./evidence-question.ts";
import { forestFigure } from "./forest-figure.ts";
import { funnelFigure } from "./funnel-figure.ts";
import { isRatio, measureWords } from "./words.ts";

/** Below this number of studies a funnel shows nothing but their number. */
const leastForFunnel = 3;

/** The figures of one question. */
export interface QuestionFigures {
  readonly question: EvidenceQuestion;
  readonly forest: FigureSpec;
  readonly funnel?: FigureSpec;
}

/** The figures of every question that has studies, numbered in order through the report. */
export function questionFigures(questions: readonly EvidenceQuestion[]): readonly QuestionFigures[] {
  const figures: QuestionFigures[] = [];
  let number = 1;
  for (const question of questions) {
    const studies = question.answer.studies.length;
    if (studies === 0) continue;
    const hasFunnel = studies >= leastForFunnel;
    const forest = forestOf(question, number);
    figures.push({ question, forest, ...(hasFunnel ? { funnel: funnelOf(question, number + 1) } : {}) });
    number += hasFunnel ? 2 : 1;
  }
  return figures;
}

function forestOf({ title, answer }: EvidenceQuestion, number: number): FigureSpec {
  return forestFigure({
    id: `E${number}`,
    title,
    rows: answerForest(answer),
    measure: measureWords(answer.measure),
    isRatio: isRatio(answer.measure),
    sides: sidesOf(answer),
    detailOf: (label) => detailOf(answer, label),
  });
}

function funnelOf({ title, answer }: EvidenceQuestion, number: number): FigureSpec {
  const centre = answer.pooled?.pooled.estimate ?? 0;
  return funnelFigure({
    id: `E${number}`,
    title: `Funnel: ${title}`,
    measure: isRatio(answer.measure)
      ? `logarithm of the ${measureWords(answer.measure)}`
      : measureWords(answer.measure),
    funnel: funnel({ effects: answer.studies }, { centre }),
  });
}

/** What the two sides of no difference mean. */
export function sidesOf({ measure, favours }: Answered): string {
  const none = isRatio(measure) ? "1" : "0";
  return favours === "negative" ? `left of ${none} favours ketamine` : `right of ${none} favours ketamine`;
}

function detailOf({ studies }: Answered, label: string): string {
  const study = studies.find((each) => each.label === label);
  if (study === undefined) return "";
  const design = study.row.analysis === "first-period" ? "first period" : study.design;
  return `${design}, ${study.row.control}, ${study.row.scale}`;
}
