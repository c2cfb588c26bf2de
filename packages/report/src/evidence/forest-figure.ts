import type { ForestRow } from "@kinetamine/evidence";
import type { EvidenceFigureId, FigureSpec, KeyItem } from "../figures/figure-spec.ts";
import { formatEnds } from "../text/format-interval.ts";
import { formatResult } from "../text/format-number.ts";
import { forestPanel } from "./forest-panel.ts";
import { type ForestFigureRow, forestColumns, forestFigureRows } from "./forest-row.ts";

/** What a forest plot shows and how it is read. */
export interface ForestContent {
  readonly id: EvidenceFigureId;
  readonly title: string;
  readonly rows: readonly ForestRow[];
  /** What the axis measures, e.g. `standardised mean difference`. */
  readonly measure: string;
  readonly isRatio: boolean;
  /** What the two sides mean, e.g. `left: fewer symptoms after ketamine`; empty when not known. */
  readonly sides: string;
  /** A few words about a study by its label. */
  readonly detailOf?: (label: string) => string;
}

const baseKey: readonly KeyItem[] = [
  { mark: "dot", label: "study; larger with more weight", color: "currentColor", symbol: "square" },
  { mark: "dot", label: "pooled, as wide as its interval", color: "currentColor", symbol: "diamond" },
];
const predictionKey: KeyItem = { mark: "line", label: "prediction interval", color: "currentColor", dash: "4 3" };

/** A forest plot: studies with intervals and weights, groups apart, pooled result, prediction interval. Shapes, not colours, tell them apart. */
export function forestFigure(content: ForestContent): FigureSpec {
  const { id, title, measure, isRatio, sides, detailOf = () => "" } = content;
  const rows = forestFigureRows(content.rows, detailOf);
  const hasPrediction = rows.some(({ kind }) => kind === "prediction");
  return {
    id,
    title,
    caption: [
      `Squares are studies with 95 % intervals${sides === "" ? "" : `; ${sides}`}.`,
      "The solid line marks no difference, the dotted one the pooled estimate.",
      "An arrow means that an interval goes on beyond the axis.",
      ...(hasPrediction
        ? [
            "The prediction interval holds the effect of a new study like these in 95 of 100 cases, if effects vary normally.",
          ]
        : []),
    ].join(" "),
    alt: rows
      .filter(({ kind }) => kind !== "heading")
      .map((row) => describe(row, measure))
      .join(" "),
    key: hasPrediction ? [...baseKey, predictionKey] : baseKey,
    panels: [[forestPanel(rows, { title, measure, isRatio, sides })]],
    columns: forestColumns,
    rows,
    range: "studied",
  };
}

function describe({ label, estimate, low, high }: ForestFigureRow, measure: string): string {
  const value = Number.isNaN(estimate) ? "" : ` ${measure} ${formatResult(estimate)},`;
  return `${label}:${value} 95 % interval ${formatEnds(low, high)}.`;
}
