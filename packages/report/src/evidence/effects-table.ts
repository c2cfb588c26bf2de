import type { Row } from "../table/column.ts";
import { type Column, numberColumn, textColumn } from "../table/column.ts";
import { writeCsv } from "../table/write-csv.ts";
import type { EvidenceQuestion } from "./evidence-question.ts";

const columns: readonly Column[] = [
  textColumn("question", "Question"),
  textColumn("disorder", "Disorder"),
  textColumn("window", "Time window"),
  textColumn("control_kind", "Kind of control"),
  textColumn("measure", "Measure"),
  textColumn("study", "Study"),
  textColumn("outcome", "Outcome"),
  textColumn("control", "Control"),
  textColumn("design", "Design"),
  textColumn("scale", "Scale"),
  numberColumn("effect", "Effect"),
  numberColumn("variance", "Variance"),
  numberColumn("participants", "People"),
  textColumn("risk_of_bias", "Risk of bias"),
  textColumn("status", "Status"),
];

/** Every effect of every question as CSV, on the scale it was pooled on (ratios as logarithms). */
export function effectsCsv(questions: readonly EvidenceQuestion[]): string {
  return writeCsv(columns, questions.flatMap(effectRows));
}

function effectRows({ id, disorder, window, control, answer }: EvidenceQuestion): Row[] {
  return answer.studies.map(({ row, effect, variance, design, participants }) => ({
    question: id,
    disorder,
    window,
    control_kind: control,
    measure: answer.measure,
    study: row.study,
    outcome: row.outcome,
    control: row.control,
    design,
    scale: row.scale,
    effect,
    variance,
    participants: participants ?? Number.NaN,
    risk_of_bias: row.riskOfBias,
    status: row.status,
  }));
}
