import type { Panel } from "./figure-spec.ts";

/** Sets panels in lines of two; an odd last panel takes the whole line. */
export function panelPairs(panels: readonly Panel[]): Panel[][] {
  return Array.from({ length: Math.ceil(panels.length / 2) }, (_, index) => panels.slice(2 * index, 2 * index + 2));
}
