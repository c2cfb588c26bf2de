import { loadTrials, screeningCounts } from "@kinetamine/evidence";
import type { Block, TableBlock } from "../content/block.ts";
import type { EvidenceQuestion } from "./evidence-question.ts";
import { disorderWords, windowWords } from "./words.ts";

/** Who was counted in and out of one answer, in the manner of a PRISMA flow diagram. */
export function flowBlocks({ answer, id }: EvidenceQuestion): readonly Block[] {
  const { considered, used, effects, leftOut } = screeningCounts(answer);
  const labels = new Map(loadTrials().map((trial) => [trial.id, trial.label]));
  const table: TableBlock = {
    kind: "table",
    caption: `From ${considered} studies on record to ${used} used (${effects} ${effects === 1 ? "effect" : "effects"})`,
    columns: [{ header: "Left out because" }, { header: "Studies", isNumeric: true }, { header: "Which" }],
    rows: leftOut.map(({ reason, trials }) => [
      [reason],
      [`${trials.length}`],
      [trials.map((trial) => labels.get(trial) ?? trial).join("; ")],
    ]),
  };
  const others = answer.excluded.filter(({ study }) => answer.studies.some(({ row }) => row.study === study));
  const items = others.map(({ study, outcome, reason }) => [
    `${labels.get(study) ?? study}, ${outcome ?? "all"}: ${reason}`,
  ]);
  return [
    {
      kind: "details",
      summary: `Studies and outcomes left out of ${id}, with reasons`,
      blocks: [table, ...(items.length === 0 ? [] : [{ kind: "list", items } as const])],
    },
  ];
}

/** How many studies answer each question; most questions have none, and that is a finding too. */
export function mapTable(questions: readonly EvidenceQuestion[]): TableBlock {
  const places = [
    ...new Map(questions.map(({ disorder, window }) => [`${disorder} ${window}`, { disorder, window }])).values(),
  ];
  const count = (place: (typeof places)[number], control: string, outcomes: string) => {
    const found = questions.find(
      (each) =>
        each.disorder === place.disorder &&
        each.window === place.window &&
        each.control === control &&
        each.outcomes === outcomes,
    );
    return [`${found?.answer.studies.length ?? 0}`];
  };
  return {
    kind: "table",
    caption: "Number of studies with numbers that can be pooled, for every question asked",
    columns: [
      { header: "Disorder and time" },
      { header: "Scores, passive control", isNumeric: true },
      { header: "Scores, active control", isNumeric: true },
      { header: "Response, passive control", isNumeric: true },
      { header: "Response, active control", isNumeric: true },
    ],
    rows: places.map((place) => [
      [`${disorderWords[place.disorder]}, ${windowWords[place.window]}`],
      count(place, "passive", "continuous"),
      count(place, "active", "continuous"),
      count(place, "passive", "events"),
      count(place, "active", "events"),
    ]),
  };
}
