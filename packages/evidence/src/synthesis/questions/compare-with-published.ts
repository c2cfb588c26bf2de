import type { PublishedEstimate, PublishedSynthesis } from "./published-synthesis.ts";
import { isLogMeasure } from "./question.ts";
import type { QuestionAnswer } from "./question-answer.ts";

/** Our estimate beside a published one of the same question, both on the natural scale. */
export interface Comparison {
  readonly synthesis: string;
  readonly citation: string;
  readonly published: PublishedEstimate;
  /** Absent when nothing could be pooled here. */
  readonly ours?: { readonly estimate: number; readonly low: number; readonly high: number; readonly studies: number };
  /** Whether both are the same kind of number, so that they may be read side by side. */
  readonly isComparable: boolean;
  /** Why they differ, or why they cannot be compared. */
  readonly differences: readonly string[];
}

/**
 * Sets an answer beside every published estimate that asks the same or a wider question: an estimate that names no disorder, window or
 * comparator pools across them.
 * @param answer ours
 * @param syntheses e.g. `loadPublishedSyntheses()`
 */
export function compareWithPublished(
  answer: QuestionAnswer,
  syntheses: readonly PublishedSynthesis[],
): readonly Comparison[] {
  return syntheses.flatMap((synthesis) =>
    synthesis.pooled
      .filter((published) => asksTheSame(answer, published))
      .map((published) => compare(answer, synthesis, published)),
  );
}

function asksTheSame({ question }: QuestionAnswer, published: PublishedEstimate): boolean {
  const { disorder, window, control } = question.criteria;
  const agrees = (theirs: string | undefined, ours: string | undefined) => theirs === undefined || theirs === ours;
  return (
    published.outcomes === question.outcomes &&
    agrees(published.disorder, disorder) &&
    agrees(published.window, window) &&
    agrees(published.control, control)
  );
}

const sameMeasure: Readonly<Record<PublishedEstimate["measure"], QuestionAnswer["measure"] | undefined>> = {
  "odds-ratio": "log-odds-ratio",
  "risk-ratio": "log-risk-ratio",
  "standardised-mean-difference": "standardised-mean-difference",
  "mean-difference": "mean-difference",
  "uncontrolled-change": undefined,
};

function compare(answer: QuestionAnswer, synthesis: PublishedSynthesis, published: PublishedEstimate): Comparison {
  const isComparable = sameMeasure[published.measure] === answer.measure;
  return {
    synthesis: synthesis.id,
    citation: synthesis.citation,
    published,
    ...(answer.pooled === undefined ? {} : { ours: naturalScale(answer) }),
    isComparable,
    differences: [
      ...(isComparable ? [] : [`Different measures: ${published.measure} there, ${answer.measure} here`]),
      ...widerQuestion(answer, published),
      ...synthesis.differences,
    ],
  };
}

function naturalScale({ pooled, measure, studies }: QuestionAnswer): NonNullable<Comparison["ours"]> {
  const { estimate, interval } = pooled!.pooled;
  const read = isLogMeasure(measure) ? Math.exp : (value: number) => value;
  return { estimate: read(estimate), low: read(interval.low), high: read(interval.high), studies: studies.length };
}

function widerQuestion({ question }: QuestionAnswer, published: PublishedEstimate): readonly string[] {
  const { disorder, window, control } = question.criteria;
  const wider = [
    [published.disorder, disorder, "disorders"],
    [published.window, window, "times"],
    [published.control, control, "comparators"],
  ] as const;
  const across = wider.filter(([theirs, ours]) => theirs === undefined && ours !== undefined).map(([, , what]) => what);
  return across.length === 0 ? [] : [`It pools across ${across.join(" and ")}, which are apart here`];
}
