import { type GradeJudgement, gradeCertainty } from "@kinetamine/evidence";
import { embeddedData, hasList } from "../embedded-data.ts";
import type { EvidenceQuestion } from "./evidence-question.ts";

/** Our judgement on the certainty of one answer; it holds for these studies and for no others. */
export interface GradeRecord {
  /** Id of the question. */
  readonly question: string;
  /** Identifiers of the studies that were judged, in alphabetical order. */
  readonly studies: readonly string[];
  readonly judgements: readonly GradeJudgement[];
}

/** The recorded judgements, one for each answered question. */
export function gradeRecords(): readonly GradeRecord[] {
  return embeddedData("grade", isGradeFile).judged;
}

/** The recorded certainty of an answer; undefined when nobody judged it, or when its studies are no longer those that were judged. */
export function recordedGrade({ id, answer }: EvidenceQuestion): ReturnType<typeof gradeCertainty> | undefined {
  const record = gradeRecords().find(({ question }) => question === id);
  const studies = [...new Set(answer.studies.map(({ row }) => row.study))].sort();
  return record !== undefined && record.studies.join() === studies.join()
    ? gradeCertainty(record.judgements)
    : undefined;
}

function isGradeFile(value: unknown): value is { readonly judged: readonly GradeRecord[] } {
  return hasList(value, "judged");
}
