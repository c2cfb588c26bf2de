import { expect } from "vitest";

/** How close numbers must be; quantities named in a path override the default. */
export interface Tolerances {
  readonly default: Tolerance;
  readonly [quantity: string]: Tolerance;
}

/** The larger of the two is allowed; `absolute` is 0 unless given. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute?: number;
  readonly why: string;
}

/**
 * Compares every leaf of `expected` with the same place in `found`; `found` may hold more, and null stands for nothing to compare.
 * A number must agree relatively, by the tolerance of the innermost named quantity on its path.
 */
export function compareTree(
  found: unknown,
  expected: unknown,
  at: { path: string; tolerances: Tolerances; tolerance?: Tolerance },
): void {
  const { path, tolerances, tolerance = tolerances.default } = at;
  if (expected === null) return;
  if (typeof expected === "number" || expected === "Infinity" || expected === "-Infinity") {
    const wanted = Number(expected);
    expect(typeof found, `${path} is ${found}`).toBe("number");
    if (found === wanted) return;
    const allowed = Math.max(tolerance.relative * Math.abs(wanted), tolerance.absolute ?? 0);
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
    const named = tolerances[key] ?? tolerance;
    compareTree((found as Record<string, unknown>)[key], value, {
      path: `${path}.${key}`,
      tolerances,
      tolerance: named,
    });
  }
}
