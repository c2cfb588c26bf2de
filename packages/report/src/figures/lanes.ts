import type { ScaleOptions } from "@observablehq/plot";
import { textWidth } from "../drawing/fit-text.ts";
import { margins } from "./axis-options.ts";

const widest = 110;

/** Margins of a panel with named lanes: room on the left for the longest name [px]. */
export function laneMargins(lanes: readonly string[]): {
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
} {
  return { ...margins, marginLeft: Math.min(widest, 14 + Math.max(0, ...lanes.map((lane) => textWidth(lane, 12)))) };
}

/** One lane per name from the top down, named on the left, without strokes. */
export function laneAxis(lanes: readonly string[], label: (lane: string) => string = (lane) => lane): ScaleOptions {
  return {
    type: "band",
    label: null,
    domain: lanes,
    paddingInner: 0.3,
    paddingOuter: 0.1,
    tickSize: 0,
    tickFormat: label,
  };
}
