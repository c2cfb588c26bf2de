import { type ForestRow, funnel, metaforScript, type PooledEffect } from "@kinetamine/evidence";
import { createFigureDocument } from "../drawing/figure-document.ts";
import { renderFigure } from "../drawing/render-figure.ts";
import { figureCsv } from "../table/figure-csv.ts";
import type { EvidenceFile } from "./evidence-files.ts";
import { forestFigure } from "./forest-figure.ts";
import { funnelFigure } from "./funnel-figure.ts";

/** One pooled result to be drawn and repeated elsewhere. */
export interface DrawnSynthesis {
  readonly title: string;
  readonly pooled: PooledEffect;
  readonly forest: readonly ForestRow[];
  /** What the axis measures, e.g. `standardised mean difference`. */
  readonly measure: string;
  readonly isRatio: boolean;
  /** What the two sides mean, e.g. `negative favours ketamine`. */
  readonly sides: string;
  /** A few words about a study by its label. */
  readonly detailOf: (label: string) => string;
}

/** Forest and funnel plot of one pooled result with their data, and the R script that repeats it; a funnel needs three studies. */
export function synthesisFiles(synthesis: DrawnSynthesis): readonly EvidenceFile[] {
  const { title, pooled, forest: rows, measure, isRatio, sides, detailOf } = synthesis;
  const { effects, options } = pooled;
  const forest = forestFigure({ id: "E1", title, rows, measure, isRatio, sides, detailOf });
  const dom = createFigureDocument();
  const files = [
    { path: "forest.svg", text: renderFigure(forest, dom, { standalone: true }) },
    { path: "forest.csv", text: figureCsv(forest) },
    { path: "metafor.R", text: metaforScript({ title, effects, options }) },
  ];
  if (effects.length < 3) return files;
  const funnelMeasure = isRatio ? `logarithm of the ${measure}` : measure;
  const region = funnel({ effects }, { centre: pooled.pooled.estimate });
  const drawn = funnelFigure({ id: "E2", title: `Funnel: ${title}`, measure: funnelMeasure, funnel: region });
  return [
    ...files,
    { path: "funnel.svg", text: renderFigure(drawn, dom, { standalone: true }) },
    { path: "funnel.csv", text: figureCsv(drawn) },
  ];
}
