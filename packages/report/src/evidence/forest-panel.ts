import { type Markish, text } from "@observablehq/plot";
import { fitText } from "../drawing/fit-text.ts";
import { bottomAxis } from "../figures/axis-options.ts";
import type { Panel } from "../figures/figure-spec.ts";
import { halo, noteSize } from "../figures/panel-notes.ts";
import { formatEnds } from "../text/format-interval.ts";
import { formatResult } from "../text/format-number.ts";
import { effectAxis } from "./effect-axis.ts";
import { forestMarks } from "./forest-marks.ts";
import type { ForestFigureRow, LaidRow } from "./forest-row.ts";

const laneHeight = 38;
const axisHeight = 44;
/** From this width on, words stand in columns beside the plot; below it, above each line [px]. */
const columnsFrom = 560;
const labelColumn = 226;
/** Bold letters are wider, so fewer of them fit. */
const boldColumn = 0.84 * labelColumn;
const numberColumn = 212;

interface Words {
  readonly title: string;
  readonly measure: string;
  readonly isRatio: boolean;
  readonly sides: string;
}

/** The one panel of a forest plot: labels left, numbers right, on a narrow page both above each line. */
export function forestPanel(rows: readonly ForestFigureRow[], { title, measure, isRatio, sides }: Words): Panel {
  const axis = effectAxis(rows, isRatio);
  const laid = rows.map((row, lane): LaidRow => ({ ...row, lane }));
  const height = laneHeight * rows.length + axisHeight + 6;
  return {
    title,
    ...(sides === "" ? {} : { subtitle: `${capital(measure)}; ${sides}` }),
    height,
    plot: (width) => {
      const isWide = width >= columnsFrom;
      const margin = { left: isWide ? labelColumn : 10, right: isWide ? numberColumn : 10 };
      const name = `${capital(measure)}${isRatio ? " (logarithmic axis)" : ""}`;
      return {
        marginLeft: margin.left,
        marginRight: margin.right,
        marginTop: 4,
        marginBottom: axisHeight,
        x: {
          ...bottomAxis(name, { domain: [axis.low, axis.high], ticks: 5 }),
          ...(isRatio ? { type: "log", tickFormat: "~g" } : {}),
        },
        r: { type: "identity" },
        y: { type: "linear", domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
        marks: [...forestMarks(laid, axis, isWide ? 0 : 8), ...(isWide ? columnWords(laid) : lineWords(laid, width))],
      };
    },
  };
}

function columnWords(rows: readonly LaidRow[]): Markish[] {
  const labels = (row: LaidRow) => labelLines(row, isStudyLike(row) ? labelColumn - 10 : boldColumn).join("\n");
  const label = {
    frameAnchor: "left",
    y: "lane",
    dx: -labelColumn,
    textAnchor: "start",
    text: labels,
    fontSize: 12,
  } as const;
  return [
    text(rows.filter(isStudyLike), label),
    text(
      rows.filter((row) => !isStudyLike(row)),
      { ...label, fontWeight: 600 },
    ),
    text(rows.filter(hasNumbers), {
      frameAnchor: "right",
      y: "lane",
      dx: numberColumn - 52,
      textAnchor: "end",
      text: numbers,
      fontSize: 12,
    }),
    text(
      rows.filter(({ weight }) => Number.isFinite(weight)),
      { frameAnchor: "right", y: "lane", dx: numberColumn, textAnchor: "end", text: share, fontSize: 12 },
    ),
  ];
}

function labelLines({ label, detail }: LaidRow, width: number): string[] {
  const name = fitText(label, width, { fontSize: 12, lines: detail === "" ? 2 : 1 });
  return detail === "" ? name : [...name, ...fitText(detail, width, { fontSize: 12, lines: 1 })];
}

function lineWords(rows: readonly LaidRow[], width: number): Markish[] {
  const words = (row: LaidRow) => {
    const value = hasNumbers(row) ? `: ${numbers(row)}` : "";
    const weight = row.kind === "study" ? `, ${share(row)}` : "";
    return fitText(`${shortLabel(row)}${value}${weight}`, width - 20, { fontSize: noteSize, lines: 1 }).join("");
  };
  const line = {
    frameAnchor: "left",
    y: "lane",
    dy: -8,
    textAnchor: "start",
    text: words,
    fontSize: noteSize,
    ...halo,
  } as const;
  return [
    text(rows.filter(isStudyLike), line),
    text(
      rows.filter((row) => !isStudyLike(row)),
      { ...line, fontWeight: 600 },
    ),
  ];
}

/** How it was pooled stands in the text; on a narrow page the word is enough. */
function shortLabel({ kind, label }: LaidRow): string {
  return kind === "pooled" || kind === "subtotal" ? (label.split(":")[0] ?? label) : label;
}

/** Headings and pooled results are set in bold. */
function isStudyLike({ kind }: LaidRow): boolean {
  return kind === "study" || kind === "prediction";
}

function hasNumbers({ low, high }: LaidRow): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

function numbers({ estimate, low, high }: LaidRow): string {
  const ends = formatEnds(low, high);
  return Number.isNaN(estimate) ? ends : `${formatResult(estimate)} (${ends})`;
}

function share({ weight }: LaidRow): string {
  return `${weight.toFixed(weight === 100 ? 0 : 1)} %`;
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
