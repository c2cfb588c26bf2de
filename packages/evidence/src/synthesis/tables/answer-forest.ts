import { isLogMeasure } from "../questions/question.ts";
import type { QuestionAnswer } from "../questions/question-answer.ts";
import { type ForestRow, forestRows } from "./forest.ts";

/** The forest rows of an answer, parallel and crossover studies apart when there are both; none without studies. */
export function answerForest({ pooled, byDesign, prediction, measure }: QuestionAnswer): readonly ForestRow[] {
  if (pooled === undefined) return [];
  const groups = byDesign.map((group) => ({ heading: `${group.design} studies`, pooled: group.pooled }));
  return forestRows(
    { pooled, groups, ...(prediction === undefined ? {} : { prediction }) },
    { isLog: isLogMeasure(measure) },
  );
}
