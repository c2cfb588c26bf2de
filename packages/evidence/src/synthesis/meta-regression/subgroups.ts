import { chiSquared } from "@kinetamine/numerics";
import { requireAll } from "../effect-sizes/require-value.ts";
import type { StudyEffect } from "../effect-sizes/study-effect.ts";
import type { OmnibusTest } from "../pooling/coefficient.ts";
import type { PoolingOptions } from "../pooling/options.ts";
import { type PooledEffect, poolEffects } from "../pooling/pool-effects.ts";

/** Pooled effects of the groups of a category, and whether the groups differ. */
export interface SubgroupAnalysis {
  /** In the order in which the groups are first met. */
  readonly groups: readonly { readonly group: string; readonly pooled: PooledEffect }[];
  /** Chi-squared test of equal subgroup means, each with its own between-study variance. */
  readonly differences: OmnibusTest;
}

/**
 * Pools each subgroup on its own and tests whether the pooled effects differ.
 * Every subgroup has its own between-study variance; for a common one use `metaRegression` with the category as moderator.
 * A subgroup of one study is pooled with a normal interval, because no other exists.
 * @param data effects, and the subgroup of each in the same order
 * @param options as of `poolEffects`
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Borenstein et al. 2009, Introduction to Meta-Analysis, chapter 19; Cochrane Handbook 6.5, section 10.11.3.1.
 */
export function subgroupAnalysis(
  { effects, groups }: { readonly effects: readonly StudyEffect[]; readonly groups: readonly string[] },
  options: PoolingOptions = {},
): SubgroupAnalysis {
  const names = [...new Set(groups)];
  requireAll("compare subgroups", [
    [
      groups.length === effects.length,
      "groups",
      `${groups.length} of them`,
      `one for each of ${effects.length} effects`,
    ],
    [names.length > 1, "groups", names.join(", "), "at least two different groups"],
  ]);
  const pooled = names.map((group) => {
    const members = effects.filter((_, index) => groups[index] === group);
    const chosen: PoolingOptions = members.length > 1 ? options : { ...options, inference: "wald" };
    return { group, pooled: poolEffects(members, chosen) };
  });
  return { groups: pooled, differences: testDifferences(pooled) };
}

function testDifferences(groups: SubgroupAnalysis["groups"]): OmnibusTest {
  const summaries = groups.map(({ group, pooled: { pooled } }) => ({
    label: group,
    effect: pooled.estimate,
    variance: pooled.standardError ** 2,
  }));
  const { q, degreesOfFreedom } = poolEffects(summaries, { model: "common" }).heterogeneity;
  return {
    coefficients: groups.map(({ group }) => group),
    statistic: q,
    degreesOfFreedom,
    pValue: chiSquared(degreesOfFreedom).upperTail(q),
  };
}
