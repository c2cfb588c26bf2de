import type { Estimate } from "./estimate.ts";
import { type GroupSummary, groupRequirements } from "./group-summary.ts";
import { requireAll } from "./require-value.ts";

/** Two independent groups measured on the same scale. */
export interface TwoGroups {
  readonly experimental: GroupSummary;
  readonly control: GroupSummary;
}

/**
 * The difference in means of two independent groups, experimental minus control [scale points].
 * The variance does not assume equal spreads unless asked to.
 * @param groups n, mean and standard deviation of both
 * @param options assumesEqualVariances pools the two standard deviations
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Cochrane Handbook 6.5, section 6.5.1.1.
 */
export function meanDifference(
  groups: TwoGroups,
  { assumesEqualVariances = false }: { readonly assumesEqualVariances?: boolean } = {},
): Estimate {
  const { experimental, control } = groups;
  requireGroups("compute a mean difference", groups);
  const effect = experimental.mean - control.mean;
  if (assumesEqualVariances) return { effect, variance: pooledSd(groups) ** 2 * (1 / experimental.n + 1 / control.n) };
  return { effect, variance: experimental.sd ** 2 / experimental.n + control.sd ** 2 / control.n };
}

/** The common standard deviation of two groups with n1 + n2 - 2 degrees of freedom. */
export function pooledSd({ experimental, control }: TwoGroups): number {
  const squares = (experimental.n - 1) * experimental.sd ** 2 + (control.n - 1) * control.sd ** 2;
  return Math.sqrt(squares / (experimental.n + control.n - 2));
}

/** Refuses a pair of groups from which no effect size follows. */
export function requireGroups(attempted: string, { experimental, control }: TwoGroups): void {
  requireAll(attempted, [...groupRequirements("experimental", experimental), ...groupRequirements("control", control)]);
}
