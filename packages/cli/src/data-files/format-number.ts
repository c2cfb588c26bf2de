/** How a number that does not exist (a failed course, an interval without draws) is written. */
const missingNumber = "";

/**
 * Writes a number for a CSV cell: the shortest decimal text that reads back as the same number, so nothing is lost and
 * the same number is always the same bytes. Never quoted, never grouped, decimal point.
 * @param value any number; NaN stands for "no value" and becomes an empty cell
 * @throws RangeError for an infinity: no result of a run can be infinite
 */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return missingNumber;
  if (!Number.isFinite(value)) throw new RangeError(`Cannot write ${value} to a table: a finite number is required`);
  return String(value);
}
