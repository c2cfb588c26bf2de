import { compareWithPublished, loadPublishedSyntheses, referenceFor, shortCitation } from "@kinetamine/evidence";
import { type Block, type Content, paragraph, type TableBlock } from "../content/block.ts";
import { formatEnds } from "../text/format-interval.ts";
import { formatResult } from "../text/format-number.ts";
import type { EvidenceQuestion } from "./evidence-question.ts";
import { capital } from "./words.ts";

type Compared = ReturnType<typeof compareWithPublished>[number];

/** Our result of one question beside every published estimate that asks the same or a wider question, with the reasons for differences. */
export function comparisonBlocks({ answer }: EvidenceQuestion): readonly Block[] {
  const found = compareWithPublished(answer, loadPublishedSyntheses());
  if (found.length === 0) return [paragraph("No published synthesis of this question was found.")];
  const table: TableBlock = {
    kind: "table",
    caption: "Published syntheses beside this result (95 % intervals)",
    columns: [
      { header: "Published result" },
      { header: "There" },
      { header: "Here" },
      { header: "Why they differ, or cannot be compared" },
    ],
    rows: found.map(comparisonRow),
  };
  return [table];
}

function comparisonRow({ citation, published, ours, isComparable, differences }: Compared): readonly Content[] {
  const theirs = `${capital(published.measure.replaceAll("-", " "))} ${formatResult(published.estimate)} (${formatEnds(published.ciLow, published.ciHigh)})`;
  const here =
    ours === undefined
      ? "nothing could be pooled"
      : `${formatResult(ours.estimate)} (${formatEnds(ours.low, ours.high)}), ${ours.studies} ${ours.studies === 1 ? "study" : "studies"}`;
  return [
    [`${shortCitation(referenceFor(citation))}: ${published.label}`, { kind: "cite", key: citation }],
    [theirs],
    [isComparable ? here : `not comparable: ${here}`],
    [differences.map((difference) => `${difference}.`).join(" ")],
  ];
}

/** Every published synthesis with what it is, what it found and how it differs, also those that no answer here can stand beside. */
export function publishedBlocks(): readonly Block[] {
  const syntheses = loadPublishedSyntheses();
  const results: TableBlock = {
    kind: "table",
    caption: "Published pooled results (95 % intervals)",
    columns: [{ header: "Synthesis" }, { header: "Result" }, { header: "Measure" }, { header: "Estimate" }],
    rows: syntheses.flatMap(({ citation, pooled }) =>
      pooled.map(({ label, measure, estimate, ciLow, ciHigh }) => [
        [shortCitation(referenceFor(citation)), { kind: "cite", key: citation } as const],
        [label],
        [measure.replaceAll("-", " ")],
        [`${formatResult(estimate)} (${formatEnds(ciLow, ciHigh)})`],
      ]),
    ),
  };
  const items = syntheses.map(({ citation, what, pooled, differences }): Content => {
    const rest = [what, ...(pooled.length === 0 ? ["No pooled estimate to set beside ours"] : []), ...differences];
    return [
      { kind: "strong", text: shortCitation(referenceFor(citation)) },
      `: ${rest.join(". ")}.`,
      { kind: "cite", key: citation },
    ];
  });
  return [
    paragraph(
      "What others pooled, as they report it. Beside each answer above stand the results that ask the same or a wider question. A sign may be turned so that negative favours ketamine.",
    ),
    results,
    paragraph({ kind: "strong", text: "What they are, and how they differ from this report" }),
    { kind: "list", items },
  ];
}
