/** What a reader sees in place of a number that does not exist. */
export const notAvailable = "not available";

/**
 * Writes a number for reading, rounded to significant digits but never coarser than its units digit, with a true minus sign.
 *
 * @param value any number; NaN and infinities become "not available"
 * @param significant digits that matter, 3 unless told
 * @returns e.g. `200`, `−0.42`, `1.20 × 10⁻⁵`
 */
export function formatNumber(value: number, significant = 3): string {
  if (!Number.isFinite(value)) return notAvailable;
  if (value === 0) return "0";
  const sign = value < 0 ? "\u2212" : "";
  const size = Math.abs(value);
  if (size < 1e-4) return sign + scientific(size, significant);
  const magnitude = Math.floor(Math.log10(size));
  const text = size.toFixed(Math.max(0, significant - 1 - magnitude));
  return Number(text) === 0 ? "0" : sign + text;
}

/**
 * Writes a simulated result in its unit: three significant digits, but never finer than a hundredth, because simulated
 * points, mmHg and ng/mL mean nothing below that.
 *
 * @param value any number; NaN and infinities become "not available"
 * @returns e.g. `200`, `−12.7`, `0.00` for a thousandth
 */
export function formatResult(value: number): string {
  if (!Number.isFinite(value)) return notAvailable;
  const size = Math.abs(value);
  if (size < 0.005) return "0.00";
  return size < 1 ? `${value < 0 ? "\u2212" : ""}${size.toFixed(2)}` : formatNumber(value);
}

/**
 * Writes a number that somebody chose, such as a dose or a day, without digits it never had.
 *
 * @param value any number; rounded to six significant digits against the dust of binary fractions
 * @returns e.g. `0.5`, `11`, `−3`
 */
export function formatExact(value: number): string {
  if (!Number.isFinite(value)) return notAvailable;
  const text = String(Number(Math.abs(value).toPrecision(6)));
  return value < 0 && text !== "0" ? `\u2212${text}` : text;
}

/**
 * Writes a share as a percentage.
 *
 * @param share between 0 and 1 [1]
 * @returns e.g. `42 %`, with a no-break space
 */
export function formatPercent(share: number): string {
  return Number.isFinite(share) ? `${formatNumber(100 * share, 2)}\u00a0%` : notAvailable;
}

function scientific(size: number, significant: number): string {
  const [mantissa, exponent] = size.toExponential(significant - 1).split("e");
  const raised = [...String(Number(exponent))].map((character) => superscript.get(character) ?? character).join("");
  return `${mantissa} × 10${raised}`;
}

const superscript = new Map([...`-0123456789`].map((character, index) => [character, [..."⁻⁰¹²³⁴⁵⁶⁷⁸⁹"][index] ?? ""]));
