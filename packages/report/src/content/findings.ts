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

/** Said by the standing banner already. */
const saidElsewhere = "not-approved";

/**
 * The findings of the plan, one banner per level, gravest first; a finding that repeats for several doses is said once.
 *
 * The studies that a dose was compared with stand in the table of the studied range.
 */
export function findingBanners(findings: readonly Finding[]): Block[] {
  return levels.flatMap(({ level, tone, title }): Block[] => {
    const own = findings.filter((finding) => finding.level === level && finding.code !== saidElsewhere);
    const messages = [...new Set(own.map((finding) => finding.message))];
    if (messages.length === 0) return [];
    const items = messages.map((message) => findingLine(message, own));
    return [{ kind: "banner", tone, title, blocks: [{ kind: "list", items }] }];
  });
}

function findingLine(message: string, findings: readonly Finding[]): Content {
  const places = findings.filter((finding) => finding.message === message).map((finding) => finding.path);
  const where = places.length > 3 ? `${places[0]} and ${places.length - 1} more` : places.join(", ");
  return [`${message.slice(0, 1).toUpperCase()}${message.slice(1)}. `, { kind: "code", text: where }];
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
