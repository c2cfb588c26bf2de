import { formatResult, notAvailable } from "./format-number.ts";

/**
 * Writes an interval of simulated results with the meaning of its ends beside it, so that no interval stands unnamed.
 *
 * @param low lower end
 * @param high upper end, same unit
 * @param meaning e.g. `90 % of virtual patients`
 * @returns e.g. `90 % of virtual patients: −1.9 to 1.1`
 */
export function formatInterval(low: number, high: number, meaning: string): string {
  return `${meaning}: ${formatEnds(low, high)}`;
}

/**
 * Writes the two ends of an interval whose meaning stands elsewhere, such as in the heading of a column.
 *
 * @returns e.g. `−1.9 to 1.1`, kept on one line
 */
export function formatEnds(low: number, high: number): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return notAvailable;
  return `${formatResult(low)}\u00a0to\u00a0${formatResult(high)}`;
}
