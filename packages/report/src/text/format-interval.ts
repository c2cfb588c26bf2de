import { formatNumber, notAvailable } from "./format-number.ts";

/**
 * Writes an interval with the meaning of its ends beside it, so that no interval stands unnamed.
 *
 * @param low lower end
 * @param high upper end, same unit
 * @param meaning e.g. `90 % of virtual patients`
 * @returns e.g. `90 % of virtual patients: −1.9 to 1.1`
 */
export function formatInterval(low: number, high: number, meaning: string): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return `${meaning}: ${notAvailable}`;
  const digits = sharedDigits(low, high);
  return `${meaning}: ${formatNumber(low, digits(low))} to ${formatNumber(high, digits(high))}`;
}

/** Both ends get the decimals of the larger one at three digits, so that `-0.312 to 12.4` reads `-0.3 to 12.4`. */
function sharedDigits(low: number, high: number): (value: number) => number {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (largest === 0) return () => 3;
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(largest)));
  return (value) => Math.max(1, decimals + 1 + Math.floor(Math.log10(Math.abs(value) || 1)));
}
