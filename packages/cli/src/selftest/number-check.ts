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
    found: `${Number(found.toPrecision(12))}${suffix}`,
    required: `${expected}${suffix} within ${tolerance} of it`,
  };
}
