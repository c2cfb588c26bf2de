import { type Markish, rectX, text, tickX } from "@observablehq/plot";
import { bottomAxis } from "./axis-options.ts";
import { type DoseRow, givenText } from "./dose-row.ts";
import type { Panel } from "./figure-spec.ts";
import { laneAxis, laneMargins } from "./lanes.ts";
import { noteSize } from "./panel-notes.ts";
import type { DrawnRegimen } from "./regimen-style.ts";

/** A kind of session: the first row that has it, its lane and the moments of giving [min]. */
interface SessionKind {
  readonly lane: string;
  readonly row: DoseRow;
  readonly parts: readonly { readonly lane: string; readonly from: number; readonly to: number }[];
}

/** The minutes of each kind of session: a bar while an infusion runs, a stroke for each nasal device. */
export function sessionPanel(rows: readonly DoseRow[], regimens: readonly DrawnRegimen[]): Panel {
  const kinds = sessionKinds(rows);
  const lanes = kinds.map((kind) => kind.lane);
  const isInfused = kinds.every((kind) => kind.row.devices === 0);
  // Devices are over in minutes, and their words stand behind the last stroke.
  const end = Math.max(isInfused ? 15 : 30, ...kinds.flatMap((kind) => kind.parts.map((part) => part.to)));
  return {
    title: "Within one session",
    height: 40 * lanes.length + 44,
    plot: () => ({
      ...laneMargins(regimens.map((regimen) => regimen.id)),
      x: bottomAxis("Minutes from the start of the session", { domain: [0, 1.08 * end], ticks: 7 }),
      y: laneAxis(lanes, (lane) => kinds.find((kind) => kind.lane === lane)?.row.regimen ?? ""),
      marks: kinds.flatMap((kind) => kindMarks(kind, regimens.find((regimen) => regimen.id === kind.row.regimen)!)),
    }),
  };
}

function sessionKinds(rows: readonly DoseRow[]): SessionKind[] {
  const key = (row: DoseRow) => `${row.regimen}\n${givenText(row)}`;
  const first = rows.filter((row, index) => rows.findIndex((other) => key(other) === key(row)) === index);
  return first.map((row) => ({ lane: key(row), row, parts: partsOf(row, key(row)) }));
}

function partsOf(row: DoseRow, lane: string): SessionKind["parts"] {
  if (row.devices === 0) return [{ lane, from: 0, to: row.duration_min }];
  return Array.from({ length: row.devices }, (_, index) => ({
    lane,
    from: index * row.gap_min,
    to: index * row.gap_min,
  }));
}

function kindMarks(kind: SessionKind, { style }: DrawnRegimen): Markish[] {
  const infusions = kind.parts.filter((part) => part.to > part.from);
  const moments = kind.parts.filter((part) => part.to === part.from);
  return [
    rectX(infusions, {
      x1: "from",
      x2: "to",
      y: "lane",
      fill: style.color,
      fillOpacity: 0.3,
      stroke: style.color,
      strokeWidth: 1.5,
      strokeDasharray: style.dash,
    }),
    tickX(moments, { x: "from", y: "lane", stroke: style.color, strokeWidth: 4 }),
    text([kind], {
      x: Math.max(0, ...moments.map((part) => part.to)),
      y: "lane",
      text: () => givenText(kind.row),
      textAnchor: "start",
      dx: 8,
      fontSize: noteSize,
      fill: "currentColor",
    }),
  ];
}
