import { type GroupSummary, groupRequirements } from "../effect-sizes/group-summary.ts";
import { requireAll } from "../effect-sizes/require-value.ts";
import type { EventCount } from "../effect-sizes/two-by-two-table.ts";

/**
 * Several arms of one trial as if they had been one group; exact, the same as pooling the people.
 * @param groups at least one; n, mean and standard deviation of each
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Cochrane Handbook 6.5, table 6.5.a and section 23.3.4.
 */
export function combineGroups(groups: readonly GroupSummary[]): GroupSummary {
  requireAll("combine groups", [
    [groups.length > 0, "groups", "none", "at least one"],
    ...groups.flatMap((group, index) => groupRequirements(`groups[${index}]`, group)),
  ]);
  const n = sum(groups.map((group) => group.n));
  const mean = sum(groups.map((group) => group.n * group.mean)) / n;
  const squares = sum(groups.map((group) => (group.n - 1) * group.sd ** 2 + group.n * (group.mean - mean) ** 2));
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}

/** Several arms of one trial as if they had been one group. */
export function combineEvents(groups: readonly EventCount[]): EventCount {
  return { events: sum(groups.map((group) => group.events)), n: sum(groups.map((group) => group.n)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
