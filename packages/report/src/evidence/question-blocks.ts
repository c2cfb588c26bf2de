import { type Block, type Content, paragraph, section, type TableBlock } from "../content/block.ts";
import { formatEnds } from "../text/format-interval.ts";
import { formatResult } from "../text/format-number.ts";
import type { Answered } from "./evidence-question.ts";
import { gradeTable } from "./findings-table.ts";
import { flowBlocks } from "./flow-blocks.ts";
import { comparisonBlocks } from "./published-table.ts";
import type { QuestionFigures } from "./question-figures.ts";
import { isRatio } from "./words.ts";

type Pooled = NonNullable<Answered["pooled"]>;

/** The section of one question: forest, heterogeneity, other methods, cautions, certainty, published results, what was left out. */
export function questionSection({ question, forest, funnel }: QuestionFigures): Block {
  const { id, title, answer } = question;
  return section(id, title, [
    { kind: "figure", figure: forest },
    spread(answer),
    ...otherMethods(answer),
    ...listBlock("To keep in mind", answer.cautions),
    ...listBlock("About single studies", answer.studies.flatMap(studyNotes)),
    funnel === undefined
      ? paragraph("No funnel is drawn: with fewer than three studies it would show nothing but their number.")
      : { kind: "figure", figure: funnel },
    ...gradeTable(question),
    ...comparisonBlocks(question),
    ...flowBlocks(question),
  ]);
}

function spread({ pooled, heterogeneity, prediction, studies }: Answered): Block {
  if (pooled === undefined || studies.length < 2)
    return paragraph("One study: nothing was pooled, and how far effects differ between studies is not known.");
  const { q, degreesOfFreedom, pValue, iSquared } = pooled.heterogeneity;
  const range = (ends: { readonly low: number; readonly high: number } | undefined) =>
    ends === undefined ? "" : ` (95 % interval ${formatEnds(ends.low, ends.high)})`;
  const parts = [
    `Q ${formatResult(q)} on ${degreesOfFreedom} ${degreesOfFreedom === 1 ? "degree" : "degrees"} of freedom (p ${pValue.toFixed(3)})`,
    `I² ${iSquared.toFixed(0)} %${range(heterogeneity?.iSquared)}`,
    `τ² ${formatResult(pooled.tauSquared?.estimate ?? 0)}${range(heterogeneity?.tauSquared)}`,
  ];
  const predicted =
    prediction === undefined
      ? "A prediction interval needs three studies."
      : "The prediction interval is drawn in the figure.";
  return paragraph(`Differences between studies: ${parts.join("; ")}. ${predicted}`);
}

function otherMethods({ alternatives, byDesign, omissions, measure, pooled }: Answered): readonly TableBlock[] {
  if (pooled === undefined || alternatives.length === 0) return [];
  const row = (name: string, result: Pooled): readonly Content[] => {
    const read = isRatio(measure) ? Math.exp : (value: number) => value;
    const { estimate, interval } = result.pooled;
    return [[name], [formatResult(read(estimate))], [formatEnds(read(interval.low), read(interval.high))]];
  };
  return [
    {
      kind: "table",
      caption: "The same studies under other methods, and parts of them",
      columns: [{ header: "Method" }, { header: "Estimate", isNumeric: true }, { header: "95 % interval" }],
      rows: [
        ...alternatives.map((other) => row(other.name, other.pooled)),
        ...byDesign.map((part) => row(`${part.design} studies alone`, part.pooled)),
        ...omissions.map((omission) => row(`without ${omission.omitted}`, omission.pooled)),
      ],
    },
  ];
}

function studyNotes({ label, row, caveats }: Answered["studies"][number]): readonly string[] {
  const defined = row.definition === undefined ? [] : [`${label}: counts ${row.definition}`];
  return [...defined, ...caveats.map((caveat) => `${label}: ${caveat}`)];
}

function listBlock(title: string, lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return [];
  return [paragraph({ kind: "strong", text: title }), { kind: "list", items: lines.map((line) => [line]) }];
}
