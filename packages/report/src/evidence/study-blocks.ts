import { loadTrials, type PageSection, studyPage, type Trial } from "@kinetamine/evidence";
import { type Block, type Content, paragraph, type TableBlock } from "../content/block.ts";

const biasDomains = [
  ["randomisation", "Randomisation"],
  ["period-carry-over", "Period, carry-over"],
  ["deviations", "Deviations"],
  ["missing-data", "Missing data"],
  ["measurement", "Measurement"],
  ["selective-reporting", "Selective reporting"],
] as const;

/** All studies with design, people, control, resistance criterion and use here. */
export function studiesTable(): TableBlock {
  return {
    kind: "table",
    caption: "All studies on record",
    columns: [
      { header: "Study" },
      { header: "Disorders" },
      { header: "Design" },
      { header: "Control" },
      { header: "People", isNumeric: true },
      { header: "Earlier treatment had to have failed" },
      { header: "Used here for" },
    ],
    rows: loadTrials().map((trial) => [
      studyName(trial),
      [trial.disorders.join(", ")],
      [`${trial.design.kind}${trial.design.randomised ? "" : ", not randomised"}`],
      [trial.control.type === "none" ? "none" : `${trial.control.type} (${trial.control.activity})`],
      [peopleWords(trial)],
      [trial.resistance.required.replace("-", " ")],
      [trial.role.use.replaceAll("-", " ")],
    ]),
  };
}

/** Risk of bias of the controlled studies, domain by domain, in words. */
export function biasTable(): TableBlock {
  const judged = loadTrials().filter(({ riskOfBias }) => riskOfBias.domains.length > 0);
  return {
    kind: "table",
    caption: "Risk of bias by domain (RoB 2), our judgement; reasons stand on the study pages",
    columns: [{ header: "Study" }, ...biasDomains.map(([, header]) => ({ header })), { header: "Overall" }],
    rows: judged.map((trial) => [
      studyName(trial),
      ...biasDomains.map(([domain]): Content => {
        const found = trial.riskOfBias.domains.find((each) => each.domain === domain);
        return [(found?.judgement ?? "not applicable").replace("-", " ")];
      }),
      [{ kind: "strong", text: trial.riskOfBias.overall.judgement.replace("-", " ") }],
    ]),
  };
}

/** One folded page for each study: what was done and found, its limits, every number with its status. */
export function studyPages(): readonly Block[] {
  return loadTrials().map((trial) => ({
    kind: "details",
    summary: trial.label,
    blocks: [paragraph({ kind: "strong", text: trial.label }), ...studyPage(trial).sections.flatMap(pageBlocks)],
  }));
}

function pageBlocks({ title, paragraphs = [], items = [], table }: PageSection): readonly Block[] {
  const hasRows = table !== undefined && table.rows.length > 0;
  return [
    ...(hasRows && paragraphs.length === 0 && items.length === 0 ? [] : [paragraph({ kind: "strong", text: title })]),
    ...paragraphs.map((words) => paragraph(words)),
    ...(items.length === 0 ? [] : [{ kind: "list", items: items.map((item) => [item]) } as const]),
    ...(hasRows
      ? [
          {
            kind: "table",
            caption: title,
            columns: table.head.map((header) => ({ header })),
            rows: table.rows.map((row) => row.map((cell): Content => [cell])),
          } as const,
        ]
      : []),
  ];
}

function studyName({ label, citation }: Trial): Content {
  return [label, { kind: "cite", key: citation }];
}

function peopleWords({ participants }: Trial): string {
  const people = participants.enrolled.value ?? participants.completed.value;
  return people === null ? "not found" : `${people}`;
}
