import { studentT } from "@kinetamine/numerics";
import type { GroupMean } from "./effect-input.ts";
import type { Cell } from "./outcome.ts";

/**
 * The people, mean and standard deviation of a cell, or undefined when one of them cannot be had.
 *
 * A standard error gives SD = SE √n, a 95 % interval SD = √n (high - low) / (2 t) on n - 1 degrees of freedom
 * (Cochrane Handbook 6.5, section 6.5.2.2). A group of one person has no spread.
 */
export function groupMeanOf(cell: Cell): GroupMean | undefined {
  const { n, mean } = cell;
  if (n === undefined || n < 2 || mean === undefined) return undefined;
  const sd = cell.sd ?? standardDeviationFrom(cell, n);
  return sd === undefined ? undefined : { n, mean, sd };
}

function standardDeviationFrom({ se, ciLow, ciHigh }: Cell, n: number): number | undefined {
  if (se !== undefined) return se * Math.sqrt(n);
  if (ciLow === undefined || ciHigh === undefined) return undefined;
  return (Math.sqrt(n) * (ciHigh - ciLow)) / (2 * studentT(n - 1).upperQuantile(0.025));
}
