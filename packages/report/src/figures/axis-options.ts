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
 * Study days worth a tick: every day, every second, or the first day of every week, every second week and so on.
 *
 * @param lastDay last study day on the axis
 * @param most greatest number of ticks wanted
 * @returns study days 1, 8, 15 ...
 */
function dayTicks(lastDay: number, most: number): number[] {
  const steps = [1, 2, 7, 14, 28, 56, 112, 224];
  const step = steps.find((candidate) => (lastDay - 1) / candidate + 1 <= most) ?? 448;
  return Array.from({ length: Math.floor((lastDay - 1) / step) + 1 }, (_, index) => 1 + index * step);
}

/** The axis of study days, up to the last day of the course. */
export function dayAxis(lastDay: number, options: { readonly width: number; readonly from?: number }): ScaleOptions {
  return bottomAxis("Study day", {
    domain: [options.from ?? 1, lastDay],
    ticks: dayTicks(lastDay, options.width / 60),
    tickFormat: "d",
  });
}
