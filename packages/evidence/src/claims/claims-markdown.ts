import { fullCitation, shortCitation } from "../references/cite.ts";
import { referenceFor } from "../references/references.ts";
import { sourcesIn } from "../references/sources-in.ts";
import { escapeText } from "../trials/study-page-markdown.ts";
import type { Claim } from "./claim.ts";
import type { Finding } from "./finding.ts";
import type { MechanismLink } from "./mechanism-link.ts";

/** The claims ledger as Markdown: claim, verdict, reasoning, findings for and against, part of the software, bibliography. */
export function claimsMarkdown(claims: readonly Claim[]): string {
  const parts = claims.map((claim) => [
    `## ${claim.id}. ${escapeText(claim.claim)}`,
    `**Verdict: ${claim.verdict}.** ${escapeText(claim.reasoning)}`,
    findingList(claim.evidence),
    pointerList(claim),
  ]);
  return ["# Claims ledger", ...parts.flat(), bibliography(claims)].join("\n\n").concat("\n");
}

/** The mechanism links as Markdown, each with its badge and the findings on both sides. */
export function mechanismMarkdown(links: readonly MechanismLink[]): string {
  const parts = links.map((link) => [
    `## ${escapeText(link.from)} to ${escapeText(link.to)}`,
    `**Badge: ${link.badge}; findings: ${link.agreement}.** ${escapeText(link.statement)} ${escapeText(link.reasoning)}`,
    findingList(link.evidence),
    `Software: ${escapeText(link.software.part)}${link.switch === undefined ? "" : `; variant without it: ${link.switch}`}`,
  ]);
  return ["# Mechanism, link by link", ...parts.flat(), bibliography(links)].join("\n\n").concat("\n");
}

function findingList(evidence: readonly Finding[]): string {
  return evidence
    .map(({ bears, says, status, sources }) => {
      const from = sources.map(({ ref, where }) => `${shortCitation(referenceFor(ref))}, ${where}`).join("; ");
      return `- ${bears}: ${escapeText(says)} (${escapeText([from, status].filter(Boolean).join("; "))})`;
    })
    .join("\n");
}

function pointerList({ trials, links, rules, software }: Claim): string {
  const lines = [
    trials.length === 0 ? "" : `- Study pages: ${trials.join(", ")}`,
    links.length === 0 ? "" : `- Mechanism links: ${links.join(", ")}`,
    rules.length === 0 ? "" : `- Guidance rules: ${rules.join(", ")}`,
    ...software.map(
      ({ part, command }) => `- Software: ${escapeText(part)}${command === undefined ? "" : ` (\`${command}\`)`}`,
    ),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function bibliography(value: unknown): string {
  const keys = [...new Set(sourcesIn(value).map(({ key }) => key))].sort();
  return ["## References", ...keys.map((key) => `- ${escapeText(fullCitation(referenceFor(key)))}`)].join("\n\n");
}
