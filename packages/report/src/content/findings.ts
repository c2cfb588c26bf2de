import type { Check, Finding } from "@kinetamine/design";
import type { Block, Content, Tone } from "./block.ts";

/** One red banner per failed check, saying what was found and what was required; none when all passed. */
export function failedCheckBanners(checks: readonly Check[]): Block[] {
  return checks
    .filter((check) => !check.passed)
    .map((check) => ({
      kind: "banner",
      tone: "failure",
      title: `Check failed: ${check.label}`,
      blocks: [
        {
          kind: "paragraph",
          content: [
            `Found ${check.found}; required ${check.required}. Read no number of this report without this in mind.`,
          ],
        },
      ],
    }));
}

const levels: readonly { readonly level: Finding["level"]; readonly tone: Tone; readonly title: string }[] = [
  { level: "warning", tone: "warning", title: "about this plan" },
  { level: "caution", tone: "caution", title: "about this plan" },
  { level: "note", tone: "note", title: "about this plan" },
];

/** The findings of the plan, one banner per level, gravest first; a finding that repeats for several doses is said once. */
export function findingBanners(findings: readonly Finding[]): Block[] {
  return levels.flatMap(({ level, tone, title }): Block[] => {
    const own = findings.filter((finding) => finding.level === level);
    const messages = [...new Set(own.map((finding) => finding.message))];
    if (messages.length === 0) return [];
    return [
      {
        kind: "banner",
        tone,
        title,
        blocks: [{ kind: "list", items: messages.map((message) => findingLine(message, own)) }],
      },
    ];
  });
}

function findingLine(message: string, findings: readonly Finding[]): Content {
  const same = findings.filter((finding) => finding.message === message);
  const places = same.map((finding) => finding.path);
  const sources = [...new Set(same.flatMap((finding) => finding.sources))];
  const where = places.length > 3 ? `${places[0]} and ${places.length - 1} more` : places.join(", ");
  return [
    `${message}. `,
    { kind: "code", text: where },
    ...(sources.length === 0 ? [] : [` Sources: ${sources.join("; ")}.`]),
  ];
}

/** All checks with what was found and required. */
export function checkTable(checks: readonly Check[]): Block {
  return {
    kind: "table",
    caption: "Checks of this run",
    columns: [{ header: "Check" }, { header: "Outcome" }, { header: "Found" }, { header: "Required" }],
    rows: checks.map((check) => [
      [check.label],
      [{ kind: "badge", text: check.passed ? "passed" : "failed", tone: check.passed ? "note" : "failure" }],
      [check.found],
      [check.required],
    ]),
  };
}
