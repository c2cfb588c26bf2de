import type { FindingLevel, ScreenFinding, ScreenReport } from "@kinetamine/evidence";
import { citations } from "../evidence/citations.ts";

const titles: Readonly<Record<FindingLevel, string>> = {
  contraindication: "Named as contraindications by the esketamine label",
  "trial-exclusion": "Trials left such people out, so little is known",
  interaction: "Medicines to look at together",
  caution: "To weigh",
  evidence: "How this differs from what was studied",
  notice: "True for everyone",
};

/** Neither word reads as leave or refusal. */
const states = { yes: "met", no: "not met", unknown: "cannot be judged from what is known" } as const;

/**
 * A screened case for the terminal: findings by kind with rule numbers and sources, then what is not known.
 * @param sheet file the discussion sheet was written to, if any
 */
export function screenText(report: ScreenReport, { sheet }: { readonly sheet: string | undefined }): string {
  const { label, findings, resistance, trialDefinition, unknowns } = report;
  const levels = (Object.keys(titles) as FindingLevel[]).filter((level) =>
    findings.some((each) => each.level === level),
  );
  const blocks = [
    `${label}: findings and questions; no decision is made here`,
    ...levels.map((level) => list(titles[level], findings.filter((each) => each.level === level).map(findingLine))),
    list(`A common definition of treatment resistance: ${states[resistance.state]}`, resistance.parts.map(partLine)),
    ...(trialDefinition === null
      ? []
      : [
          list(
            `The stricter definition of trials: ${states[trialDefinition.state]}`,
            trialDefinition.parts.map(partLine),
          ),
        ]),
    list(
      "Not known, to ask",
      unknowns.map(({ question, rule }) => `${question} (rule ${rule})`),
    ),
    sheet === undefined ? "A sheet for a conversation with a clinician: add --output FILE" : `written: ${sheet}`,
  ];
  return blocks.join("\n\n");
}

function list(title: string, lines: readonly string[]): string {
  return [title, ...(lines.length === 0 ? ["none"] : lines).map((line) => `  - ${line}`)].join("\n");
}

function findingLine({ statement, rule, jurisdiction, sources }: ScreenFinding): string {
  return `${statement} (rule ${rule}, ${jurisdiction}: ${citations(sources)})`;
}

function partLine({ name, state, why, rule }: ScreenReport["resistance"]["parts"][number]): string {
  return `${name}: ${states[state]} (${why}; rule ${rule})`;
}
