import type { CourseRow } from "./course-row.ts";

/**
 * Finds the row with the highest median.
 *
 * @returns undefined when no simulated row has a median
 */
export function peakOf<R extends Pick<CourseRow, "kind" | "q50">>(rows: readonly R[]): R | undefined {
  const simulated = rows.filter((row) => row.kind === "simulated" && Number.isFinite(row.q50));
  return simulated.reduce<R | undefined>(
    (best, row) => (best === undefined || row.q50 > best.q50 ? row : best),
    undefined,
  );
}

/** The highest end of any band or published value: the top of a shared axis; 1 when there is nothing. */
export function highest(rows: readonly Pick<CourseRow, "q50" | "q95">[]): number {
  const top = Math.max(0, ...rows.flatMap((row) => [row.q50, row.q95]).filter((value) => Number.isFinite(value)));
  return top > 0 ? top : 1;
}
