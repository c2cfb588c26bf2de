import { compareWithPublished, loadPublishedSyntheses } from "@kinetamine/evidence";
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
    [published.label, { kind: "cite", key: citation }],
    [theirs],
    [isComparable ? here : `not comparable: ${here}`],
    [differences.map((difference) => `${difference}.`).join(" ")],
  ];
}

/** Every published synthesis with what it is and what it found, also those that no answer here can stand beside. */
export function publishedBlocks(): readonly Block[] {
  return [
    paragraph(
      "What others pooled, as they report it. Beside each answer above stand the results that ask the same or a wider question. A sign may be turned so that negative favours ketamine.",
    ),
    {
      kind: "table",
      caption: "Published syntheses (95 % intervals)",
      columns: [
        { header: "Synthesis" },
        { header: "What it is" },
        { header: "Results" },
        { header: "How it differs from this report" },
      ],
      rows: loadPublishedSyntheses().map(({ id, citation, what, pooled, differences }) => [
        [id, { kind: "cite", key: citation }],
        [what],
        [pooled.length === 0 ? "no pooled estimate" : pooled.map(resultWords).join("; ")],
        [differences.map((difference) => `${difference}.`).join(" ")],
      ]),
    },
  ];
}

function resultWords({ label, measure, estimate, ciLow, ciHigh }: Compared["published"]): string {
  return `${label}: ${measure.replaceAll("-", " ")} ${formatResult(estimate)} (${formatEnds(ciLow, ciHigh)})`;
}
