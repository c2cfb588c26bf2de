import { dot, type Markish, ruleY, text, tickX } from "@observablehq/plot";
import { fitText } from "../drawing/fit-text.ts";
import { bottomAxis } from "./axis-options.ts";
import type { Panel } from "./figure-spec.ts";
import { laneAxis, laneMargins } from "./lanes.ts";
import { halo, noteSize } from "./panel-notes.ts";
import type { DrawnRegimen } from "./regimen-style.ts";
import type { StudiedRow } from "./studied-row.ts";

const laneHeight = 40;
const notCounted = "not counted";

/** Planned values above, studied spans below, one lane per disorder with the disorder of the virtual patients first. */
export function studiedPanel(rows: readonly StudiedRow[], regimens: readonly DrawnRegimen[]): Panel {
  const first = rows[0]!;
  const lanes = lanesOf(rows);
  const end = Math.max(...rows.map((row) => row.high));
  return {
    title: `${first.drug} ${first.route === "iv" ? "IV" : first.route}: ${first.quantity === "dose" ? "dose per session" : "infusion time"}`,
    height: laneHeight * lanes.length + 44,
    plot: (width) => ({
      ...laneMargins(lanes),
      x: bottomAxis(first.quantity === "dose" ? `Free base (${first.unit})` : "Minutes", {
        domain: [0, 1.12 * end],
        ticks: width / 80,
      }),
      y: laneAxis(lanes),
      marks: [
        ...spanMarks(rows.filter((row) => row.kind !== "planned")),
        laneNotes(rows, lanes, width),
        ...plannedMarks(rows, regimens),
      ],
    }),
  };
}

/** Lanes from the top: each regimen, the disorder of the virtual patients, other disorders, what does not count. */
function lanesOf(rows: readonly StudiedRow[]): string[] {
  const lanes = rows.map(laneOf).filter((lane) => lane !== notCounted);
  const own = disorderName(rows[0]!.indication);
  const planned = rows.filter((row) => row.kind === "planned").map(laneOf);
  const uncounted = rows.some((row) => row.kind === "not-counted") ? [notCounted] : [];
  return [...new Set([...planned, own, ...lanes.toSorted(), ...uncounted])];
}

function laneOf(row: StudiedRow): string {
  if (row.kind === "planned") return `planned ${row.regimen}`;
  return row.kind === "not-counted" ? notCounted : disorderName(row.disorder);
}

function disorderName(disorder: string): string {
  return disorder.length <= 4 ? disorder.toUpperCase() : disorder;
}

function spanMarks(rows: readonly StudiedRow[]): Markish[] {
  const lane = { y: laneOf, dy: 6 };
  const counted = rows.filter((row) => row.kind === "study");
  return [
    ruleY(
      rows.filter((row) => row.high > row.low),
      { ...lane, x1: "low", x2: "high", stroke: "currentColor", strokeWidth: 7, strokeOpacity: 0.22 },
    ),
    ...(["low", "high"] as const).map((x) =>
      tickX(counted, { y: laneOf, x, stroke: "currentColor", strokeWidth: 2, insetTop: 14, insetBottom: 2 }),
    ),
    ...(["low", "high"] as const).map((x) =>
      dot(
        rows.filter((row) => row.kind === "not-counted"),
        { ...lane, x, symbol: "circle", stroke: "currentColor", fill: "white", r: 3 },
      ),
    ),
  ];
}

/** The names of the studies above their spans, and the standing of planned values; a disorder without any study says so. */
function laneNotes(rows: readonly StudiedRow[], lanes: readonly string[], width: number): Markish {
  const room = width - laneMargins(lanes).marginLeft - 12;
  const notes = lanes.map((lane) => {
    const own = rows.filter((row) => laneOf(row) === lane);
    const names = [...new Set(own.map((row) => (row.kind === "planned" ? row.standing : row.label)))];
    const words = names.length === 0 ? "no data here: not studied by this route" : names.join(", ");
    return { lane, words: fitText(words, room, { fontSize: noteSize, lines: 1 })[0] };
  });
  return text(notes, {
    y: "lane",
    x: 0,
    text: "words",
    textAnchor: "start",
    dy: -10,
    dx: 2,
    fontSize: noteSize,
    ...halo,
  });
}

function plannedMarks(rows: readonly StudiedRow[], regimens: readonly DrawnRegimen[]): Markish[] {
  return regimens.map(({ id, style }) =>
    dot(
      rows.filter((row) => row.regimen === id),
      { x: "low", y: laneOf, dy: 6, symbol: style.symbol, fill: style.color, r: 5.5 },
    ),
  );
}
