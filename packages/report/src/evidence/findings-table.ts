import { findingsRow } from "@kinetamine/evidence";
import type { Content, TableBlock } from "../content/block.ts";
import { formatEnds } from "../text/format-interval.ts";
import { formatResult } from "../text/format-number.ts";
import type { Answered, EvidenceQuestion } from "./evidence-question.ts";
import { recordedGrade } from "./grade-records.ts";
import { sidesOf } from "./question-figures.ts";
import { capital, isRatio, measureWords } from "./words.ts";

const domainWords = {
  "risk-of-bias": "risk of bias",
  inconsistency: "inconsistency",
  indirectness: "indirectness",
  imprecision: "imprecision",
  "publication-bias": "publication bias",
} as const;

/** The summary-of-findings table: one row for each question that has studies, with the certainty recorded for it. */
export function findingsTable(questions: readonly EvidenceQuestion[]): TableBlock {
  return {
    kind: "table",
    caption:
      "Summary of findings. 95 % intervals; random effects (REML), Hartung-Knapp ad hoc; single studies with their own interval",
    columns: [
      { header: "Question" },
      { header: "Studies", isNumeric: true },
      { header: "People", isNumeric: true },
      { header: "Effect (95 % interval)" },
      { header: "Of 1000 people" },
      { header: "Certainty" },
    ],
    rows: questions.filter(({ answer }) => answer.studies.length > 0).map(findingsLine),
  };
}

function findingsLine(question: EvidenceQuestion): readonly Content[] {
  const { title, id, answer } = question;
  const risk = controlRisk(question);
  const row = findingsRow(answer, { outcome: title, ...(risk === undefined ? {} : { controlRisk: risk }) });
  const grade = recordedGrade(question);
  const { effect, perThousand } = row;
  return [
    [{ kind: "link", text: title, href: `#${id}` }],
    [`${row.studies}`],
    [row.participants === undefined ? "not stated" : `${row.participants}`],
    [
      effect === undefined
        ? ""
        : `${capital(measureWords(answer.measure))} ${formatResult(effect.estimate)} (${formatEnds(effect.low, effect.high)})${waldWords(answer)}; ${sidesOf(answer)}`,
    ],
    [
      perThousand === undefined
        ? ""
        : `${Math.round(perThousand.control)} with control, ${Math.round(perThousand.experimental)} with ketamine (${Math.round(perThousand.low)} to ${Math.round(perThousand.high)})`,
    ],
    [grade === undefined ? "not judged" : { kind: "strong", text: grade.certainty.replace("-", " ") }],
  ];
}

/** The Wald interval beside the other one, because with few studies they differ severalfold. */
function waldWords({ alternatives, measure }: Answered): string {
  const wald = alternatives.find(
    ({ pooled }) => pooled.options.model === "random" && pooled.options.inference === "wald",
  );
  if (wald === undefined) return "";
  const read = isRatio(measure) ? Math.exp : (value: number) => value;
  const { low, high } = wald.pooled.pooled.interval;
  return `, by Wald ${formatEnds(read(low), read(high))}`;
}

/** Events without treatment in the studies themselves; undefined where nobody or everybody had one, which leaves nothing to multiply. */
function controlRisk({ answer }: EvidenceQuestion): number | undefined {
  const groups = answer.studies.flatMap(({ row }) => (row.kind === "events" ? [row.controlGroup] : []));
  const people = groups.reduce((sum, { n }) => sum + n, 0);
  const events = groups.reduce((sum, group) => sum + group.events, 0);
  return events > 0 && events < people ? events / people : undefined;
}

/** The five GRADE judgements behind the certainty of one answer. */
export function gradeTable(question: EvidenceQuestion): readonly TableBlock[] {
  const grade = recordedGrade(question);
  if (grade === undefined) return [];
  return [
    {
      kind: "table",
      caption: `Certainty by GRADE, our judgement: ${grade.certainty.replace("-", " ")}`,
      columns: [{ header: "Domain" }, { header: "Concern" }, { header: "Reason" }],
      rows: grade.judgements.map(({ domain, concern, reason }) => [
        [domainWords[domain]],
        [concern.replace("-", " ")],
        [reason],
      ]),
    },
  ];
}
