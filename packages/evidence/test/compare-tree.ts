import { expect } from "vitest";

/** How close numbers must be; quantities named in a path override the default. */
export interface Tolerances {
  readonly default: { readonly relative: number; readonly why: string };
  readonly [quantity: string]: { readonly relative: number; readonly why: string };
}

/** Below this size numbers are rounding errors of quantities of order 1. */
const ABSOLUTE = 1e-13;

/**
 * Compares every leaf of `expected` with the same place in `found`; `found` may hold more, and null stands for nothing to compare.
 * A number must agree relatively, by the tolerance of the innermost named quantity on its path.
 */
export function compareTree(
  found: unknown,
  expected: unknown,
  at: { path: string; tolerances: Tolerances; relative?: number },
): void {
  const { path, tolerances, relative = tolerances.default.relative } = at;
  if (expected === null) return;
  if (typeof expected === "number" || expected === "Infinity" || expected === "-Infinity") {
    const wanted = Number(expected);
    expect(typeof found, `${path} is ${found}`).toBe("number");
    if (found === wanted) return;
    const allowed = relative * Math.abs(wanted) + ABSOLUTE;
    expect(Math.abs((found as number) - wanted), `${path}: found ${found}, expected ${wanted}`).toBeLessThanOrEqual(
      allowed,
    );
    return;
  }
  if (typeof expected !== "object") {
    expect(found, path).toBe(expected);
    return;
  }
  expect(found, `${path} is missing`).toBeTypeOf("object");
  for (const [key, value] of Object.entries(expected)) {
    const named = tolerances[key]?.relative ?? relative;
    compareTree((found as Record<string, unknown>)[key], value, {
      path: `${path}.${key}`,
      tolerances,
      relative: named,
    });
  }
}
