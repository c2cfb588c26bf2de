import type { Funnel } from "@kinetamine/evidence";
import { dot, line, ruleX, text } from "@observablehq/plot";
import { bottomAxis } from "../figures/axis-options.ts";
import type { EvidenceFigureId, FigureSpec, KeyItem, Panel } from "../figures/figure-spec.ts";
import { halo, noteSize } from "../figures/panel-notes.ts";
import { type Column, numberColumn, textColumn } from "../table/column.ts";
import { formatResult } from "../text/format-number.ts";

type FunnelRow = {
  readonly label: string;
  readonly effect: number;
  readonly standard_error: number;
  readonly kind: string;
};

const columns: readonly Column[] = [
  textColumn("label", "Study"),
  numberColumn("effect", "Effect"),
  numberColumn("standard_error", "Standard error"),
  textColumn("kind", "Kind of point"),
];

const baseKey: readonly KeyItem[] = [
  { mark: "dot", label: "study", color: "currentColor", symbol: "circle" },
  { mark: "line", label: "95 % of studies, if all estimated one effect", color: "currentColor", dash: "4 3" },
];
const filledKey: KeyItem = { mark: "dot", label: "imagined by trim and fill", color: "currentColor", symbol: "times" };

/** What a funnel plot shows. */
export interface FunnelContent {
  readonly id: EvidenceFigureId;
  readonly title: string;
  readonly funnel: Funnel;
  /** What the axis measures; ratios stay on the log scale on which their errors are symmetric. */
  readonly measure: string;
}

/** A funnel plot: effect across, standard error down, with the region that sampling error alone would fill. */
export function funnelFigure({ id, title, funnel, measure }: FunnelContent): FigureSpec {
  const rows = funnel.points.map(({ label, effect, standardError, isFilled }): FunnelRow => {
    return { label, effect, standard_error: standardError, kind: isFilled ? "filled" : "study" };
  });
  const hasFilled = rows.some(({ kind }) => kind === "filled");
  return {
    id,
    title,
    caption: `Precise studies stand at the top. A gap on one side can mean unpublished studies, weaker methods of small studies, or chance; with fewer than ten studies it can hardly be told.`,
    alt: rows
      .map(
        ({ label, effect, standard_error: error }) =>
          `${label}: ${formatResult(effect)}, standard error ${formatResult(error)}.`,
      )
      .join(" "),
    key: hasFilled ? [...baseKey, filledKey] : baseKey,
    panels: [[funnelPanel(rows, { funnel, measure, title })]],
    columns,
    rows,
    range: "studied",
  };
}

function funnelPanel(rows: readonly FunnelRow[], words: Omit<FunnelContent, "id">): Panel {
  const { funnel, measure, title } = words;
  const widest = Math.max(...rows.map((row) => row.standard_error));
  const region = funnel.regions[0];
  const ends = [...rows.map(({ effect }) => effect), region?.low ?? funnel.centre, region?.high ?? funnel.centre];
  const margin = 0.05 * (Math.max(...ends) - Math.min(...ends) || 1);
  const edges =
    region === undefined
      ? []
      : [
          [region.low, region.standardError],
          [funnel.centre, 0],
          [region.high, region.standardError],
        ];
  return {
    title,
    subtitle: "Standard error downwards",
    height: 280,
    plot: () => ({
      marginLeft: 44,
      marginRight: 16,
      marginTop: 8,
      marginBottom: 38,
      x: bottomAxis(`${measure.slice(0, 1).toUpperCase()}${measure.slice(1)}`, {
        domain: [Math.min(...ends) - margin, Math.max(...ends) + margin],
        ticks: 6,
      }),
      y: { domain: [0, widest * 1.08], reverse: true, label: null, ticks: 5, tickSize: 0, grid: true },
      marks: [
        ruleX([funnel.centre], { stroke: "currentColor", strokeOpacity: 0.7 }),
        line(edges, { stroke: "currentColor", strokeDasharray: "4 3", strokeOpacity: 0.8 }),
        dot(rows, {
          x: "effect",
          y: "standard_error",
          symbol: (row: FunnelRow) => (row.kind === "filled" ? "times" : "circle"),
          fill: "#0072B2",
          stroke: "white",
          r: 5,
        }),
        text(rows, { x: "effect", y: "standard_error", text: "label", dy: -11, fontSize: noteSize, ...halo }),
      ],
    }),
  };
}
