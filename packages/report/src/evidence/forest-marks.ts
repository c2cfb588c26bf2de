import { dot, line, type Markish, ruleX, ruleY } from "@observablehq/plot";
import type { EffectAxis } from "./effect-axis.ts";
import type { LaidRow } from "./forest-row.ts";

/** Half the height of a diamond, in lanes. */
const diamond = { pooled: 0.22, subtotal: 0.16 } as const;

/**
 * The drawing of a forest plot without its words.
 * @param rows with their lanes
 * @param axis that everything is cut to
 * @param shift how far marks stand below the middle of their lane, to leave room for words [px]
 */
export function forestMarks(rows: readonly LaidRow[], axis: EffectAxis, shift: number): Markish[] {
  const studies = rows.filter(({ kind }) => kind === "study");
  const predictions = rows.filter(({ kind }) => kind === "prediction");
  const pooled = rows.filter(({ kind }) => kind === "pooled");
  const cut = (row: LaidRow) => ({ ...row, low: Math.max(row.low, axis.low), high: Math.min(row.high, axis.high) });
  return [
    ruleX([axis.none], { stroke: "currentColor", strokeOpacity: 0.7 }),
    ruleX(
      pooled.filter(({ estimate }) => isWithin(axis, estimate)),
      { x: "estimate", stroke: "currentColor", strokeOpacity: 0.7, strokeDasharray: "1 3" },
    ),
    ruleY(studies.map(cut), { y: "lane", x1: "low", x2: "high", dy: shift, stroke: "currentColor", strokeWidth: 1.5 }),
    ruleY(predictions.map(cut), {
      y: "lane",
      x1: "low",
      x2: "high",
      dy: shift,
      stroke: "currentColor",
      strokeWidth: 1.8,
      strokeDasharray: "4 3",
    }),
    dot(studies, {
      y: "lane",
      x: "estimate",
      dy: shift,
      symbol: "square",
      r: (row: LaidRow) => 2.5 + 0.6 * Math.sqrt(Math.max(0, row.weight)),
      fill: "#0072B2",
      stroke: "white",
      strokeWidth: 0.8,
    }),
    ...rows.flatMap((row) =>
      row.kind === "pooled" || row.kind === "subtotal" ? [diamondOf(cut(row), row.kind, shift)] : [],
    ),
    ...arrows(rows, axis, shift),
  ];
}

function diamondOf({ lane, low, high, estimate }: LaidRow, kind: keyof typeof diamond, shift: number): Markish {
  const half = diamond[kind];
  const middle = Math.min(high, Math.max(low, estimate));
  const corners: readonly (readonly [number, number])[] = [
    [low, lane],
    [middle, lane - half],
    [high, lane],
    [middle, lane + half],
  ];
  return line(corners, {
    dy: shift,
    curve: "linear-closed",
    fill: "currentColor",
    fillOpacity: kind === "pooled" ? 0.9 : 0.35,
    stroke: "currentColor",
    strokeWidth: 1,
  });
}

/** Where an interval goes on beyond the axis. */
function arrows(rows: readonly LaidRow[], axis: EffectAxis, shift: number): Markish[] {
  const common = { y: "lane", dy: shift, symbol: "triangle", fill: "currentColor", r: 4 } as const;
  return [
    dot(
      rows.filter(({ low }) => low < axis.low),
      { ...common, x: axis.low, rotate: -90 },
    ),
    dot(
      rows.filter(({ high }) => high > axis.high),
      { ...common, x: axis.high, rotate: 90 },
    ),
  ];
}

function isWithin(axis: EffectAxis, value: number): boolean {
  return value >= axis.low && value <= axis.high;
}
