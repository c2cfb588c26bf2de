import {
  type Finding,
  type GuidanceRule,
  loadClaims,
  loadGuidance,
  loadRegulatoryStatus,
  type Source,
} from "@kinetamine/evidence";
import type { Block, Content, Inline, TableBlock, Tone } from "../content/block.ts";

const verdictTones: Readonly<Record<string, Tone>> = {
  supported: "note",
  partly: "caution",
  misattributed: "warning",
  "not-supported": "warning",
  unknown: "caution",
};

/** The claims of the founding article: verdict, reasoning, findings for and against with their sources. */
export function claimBlocks(): readonly Block[] {
  const claims = loadClaims();
  const overview: TableBlock = {
    kind: "table",
    caption: "Claims and verdicts",
    columns: [{ header: "Claim" }, { header: "Verdict" }, { header: "Why" }],
    rows: claims.map(({ id, claim, verdict, reasoning }) => [
      [{ kind: "strong", text: id }, ` ${claim}`],
      [{ kind: "badge", text: verdict.replace("-", " "), tone: verdictTones[verdict] ?? "note" }],
      [reasoning],
    ]),
  };
  const details = claims.map(({ id, claim, evidence }): Block => {
    return {
      kind: "details",
      summary: `Findings on ${id}: ${claim}`,
      blocks: [{ kind: "list", items: evidence.map(findingItem) }],
    };
  });
  return [overview, ...details];
}

function findingItem({ bears, says, status, sources }: Finding): Content {
  return [{ kind: "strong", text: bears }, `: ${says} (${status})`, ...cites(sources)];
}

/** Rules of labels, guidelines and trials as they are cited by number elsewhere. */
export function guidanceTable(): TableBlock {
  return {
    kind: "table",
    caption: "What labels, guidelines and trial protocols say; described here, not advised",
    columns: [
      { header: "Rule" },
      { header: "Kind" },
      { header: "Jurisdiction" },
      { header: "Date" },
      { header: "Standing" },
    ],
    rows: loadGuidance().map((rule: GuidanceRule) => [
      [{ kind: "strong", text: `${rule.number}` }, ` ${rule.statement}`, ...cites(rule.sources)],
      [rule.kinds.join(", ") || "none"],
      [rule.jurisdiction],
      [rule.date ?? "not read"],
      [rule.standing.replaceAll("-", " ")],
    ]),
  };
}

/** Where each product stands with regulators. */
export function regulatoryTable(): TableBlock {
  return {
    kind: "table",
    caption: "Regulatory status, as far as it was found",
    columns: [{ header: "Product" }, { header: "Jurisdiction" }, { header: "Status" }, { header: "Date" }],
    rows: loadRegulatoryStatus().map(({ product, jurisdiction, text, date, sources }) => [
      [product],
      [jurisdiction],
      [text, ...cites(sources)],
      [date ?? "not stated"],
    ]),
  };
}

function cites(sources: readonly Source[]): readonly Inline[] {
  return [...new Set(sources.map(({ ref }) => ref))].map((key) => ({ kind: "cite", key }));
}
