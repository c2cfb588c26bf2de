import type { EffectExclusion, EffectInput } from "../../trials/effect-input.ts";
import { selectTrials } from "../../trials/select-trials.ts";
import { toEffectInputs } from "../../trials/to-effect-inputs.ts";
import type { Trial } from "../../trials/trial.ts";
import { type StudySynthesis, synthesiseStudies } from "../synthesise-studies.ts";
import { cautionsFor } from "./cautions.ts";
import { distinctLabels } from "./distinct-labels.ts";
import { mergeSharedControl } from "./merge-shared-control.ts";
import { type AnswerOptions, measureOf, type Question, type QuestionMeasure } from "./question.ts";
import type { QuestionAnswer } from "./question-answer.ts";
import type { QuestionStudy } from "./question-study.ts";
import { studyFromRow } from "./study-from-row.ts";

/**
 * Answers a question from trial records: selects trials, takes one outcome of each, computes effects, pools them, and says what was left
 * out. Random effects by REML with ad hoc Hartung-Knapp intervals unless other options are given; other methods stand beside.
 * @param trials the records, e.g. `loadTrials()`
 * @param input question, and options of pooling
 * @throws EvidenceError `evidence-synthesis-invalid` for options that contradict each other
 */
export function answerQuestion(
  trials: readonly Trial[],
  input: { readonly question: Question; readonly options?: AnswerOptions },
): QuestionAnswer {
  const { question, options = {} } = input;
  const {
    sharedControl = "combine",
    correlation = 0.5,
    allowRecalled = false,
    standardDeviations = {},
    ...pooling
  } = options;
  const measure = measureOf(question);
  const criteria = { randomisedOnly: true, ...question.criteria };
  const inputs = toEffectInputs(selectTrials(trials, criteria), { outcomes: question.outcomes, allowRecalled });
  const judged = mergeSharedControl(inputs.rows, sharedControl).map((row) => ({
    row,
    found: studyFromRow(row, { measure, correlation, standardDeviations }),
  }));
  const { kept: comparable, dropped } = onOneScale(judged, measure);
  const kept = distinctLabels(comparable);
  const answer = {
    question,
    measure,
    favours: favoursOf(question.outcomes, measure, kept),
    studies: kept,
    excluded: [...inputs.excluded, ...dropped],
    ...withDesigns(
      synthesiseStudies(
        kept.map((study) => ({ ...study, group: study.design, cluster: study.row.cluster })),
        pooling,
      ),
    ),
  };
  return { ...answer, cautions: cautionsFor(answer) };
}

/** More people with a good event, or a lower score; a difference in points keeps the direction of its scale. */
function favoursOf(
  outcomes: Question["outcomes"],
  measure: QuestionMeasure,
  studies: readonly QuestionStudy[],
): QuestionAnswer["favours"] {
  if (outcomes === "events") return "positive";
  return measure === "mean-difference" && studies[0]?.row.better === "higher" ? "positive" : "negative";
}

interface Judged {
  readonly row: EffectInput;
  readonly found: QuestionStudy | { readonly reason: string };
}

/** Mean differences in points can only be pooled on one scale: the one most studies used is kept. */
function onOneScale(judged: readonly Judged[], measure: QuestionMeasure) {
  const studies = judged.flatMap(({ found }) => ("reason" in found ? [] : [found]));
  const dropped: EffectExclusion[] = judged.flatMap(({ row, found }) =>
    "reason" in found ? [{ study: row.study, outcome: row.outcome, reason: found.reason }] : [],
  );
  if (measure !== "mean-difference" || studies.length === 0) return { kept: studies, dropped };
  const counts = new Map<string, number>();
  for (const { row } of studies) counts.set(row.scale, (counts.get(row.scale) ?? 0) + 1);
  const scale = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
  const others = studies.filter(({ row }) => row.scale !== scale);
  const reason = `points of another scale than ${scale} cannot be pooled with it`;
  return {
    kept: studies.filter(({ row }) => row.scale === scale),
    dropped: [...dropped, ...others.map(({ row }) => ({ study: row.study, outcome: row.outcome, reason }))],
  };
}

/** The groups of a synthesis of an answer are designs. */
function withDesigns({ groups, ...synthesis }: StudySynthesis) {
  return {
    ...synthesis,
    byDesign: groups.map(({ group, pooled }) => ({ design: group as QuestionStudy["design"], pooled })),
  };
}
