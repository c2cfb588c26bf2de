import type { ScaleOptions } from "@observablehq/plot";

/** Margins shared by panels, so that plotting areas line up down the page [px]. */
export const margins = { marginLeft: 44, marginRight: 12, marginTop: 8, marginBottom: 38 } as const;

/** A horizontal axis with its label centred below and no arrows. */
export function bottomAxis(label: string, options: ScaleOptions = {}): ScaleOptions {
  return { label, labelAnchor: "center", labelArrow: "none", tickSize: 4, nice: false, ...options };
}

/** A vertical axis without label (panel headings name the quantity and unit), with faint grid lines. */
export function sideAxis(options: ScaleOptions = {}): ScaleOptions {
  return { label: null, tickSize: 0, ticks: 4, grid: true, nice: true, ...options };
}

/**
 * The first day of every week, or of every second, fourth ... week when there are many.
 *
 * @param lastDay last study day on the axis
 * @param most greatest number of ticks wanted
 * @returns study days 1, 8, 15 ...
 */
export function weekTicks(lastDay: number, most: number): number[] {
  const step = 7 * 2 ** Math.max(0, Math.ceil(Math.log2(lastDay / 7 / most)));
  return Array.from({ length: Math.floor((lastDay - 1) / step) + 1 }, (_, index) => 1 + index * step);
}
