import type { QuestionStudy } from "./question-study.ts";

/** The studies with labels that differ: a trial with several effects gets the time window, and where that is not enough the outcome, added. */
export function distinctLabels(studies: readonly QuestionStudy[]): readonly QuestionStudy[] {
  const byWindow = addWhereRepeated(studies, ({ row }) => row.window);
  return addWhereRepeated(byWindow, ({ row }) => row.outcome);
}

function addWhereRepeated(
  studies: readonly QuestionStudy[],
  detail: (study: QuestionStudy) => string,
): readonly QuestionStudy[] {
  const counts = new Map<string, number>();
  for (const { label } of studies) counts.set(label, (counts.get(label) ?? 0) + 1);
  return studies.map((study) =>
    counts.get(study.label)! > 1 ? { ...study, label: `${study.label}, ${detail(study)}` } : study,
  );
}
