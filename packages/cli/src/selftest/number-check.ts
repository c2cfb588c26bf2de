import type { Check } from "@kinetamine/design";

/**
 * A number compared with one from elsewhere.
 * @param id stable name
 * @param expectation the value, the relative tolerance [1], the unit, and where the value comes from
 */
export function numberCheck(
  id: string,
  expectation: {
    readonly label: string;
    readonly found: number;
    readonly expected: number;
    readonly tolerance: number;
    readonly unit?: string;
  },
): Check {
  const { label, found, expected, tolerance, unit = "" } = expectation;
  const suffix = unit === "" ? "" : ` ${unit}`;
  return {
    id,
    label,
    passed: Math.abs(found - expected) <= tolerance * Math.abs(expected),
    found: `${Number(found.toPrecision(digitsFor(tolerance)))}${suffix}`,
    required: `${expected}${suffix} +- ${tolerance < 1e-3 ? tolerance.toExponential(0) : `${100 * tolerance} %`}`,
  };
}

/** Enough digits to see on which side of the tolerance a number lies. */
function digitsFor(tolerance: number): number {
  return Math.min(17, Math.ceil(-Math.log10(tolerance)) + 2);
}
