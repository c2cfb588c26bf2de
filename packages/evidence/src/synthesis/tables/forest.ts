import { criticalValue } from "../effect-sizes/reported-estimate.ts";
import type { StudyEffect } from "../effect-sizes/study-effect.ts";
import type { Interval } from "../pooling/coefficient.ts";
import type { PooledEffect } from "../pooling/pool-effects.ts";

/** A line of a forest plot, as plain data on the scale it is read on (ratios, not logarithms). */
export interface ForestRow {
  readonly kind: "heading" | "study" | "subtotal" | "pooled" | "prediction";
  readonly label: string;
  readonly estimate?: number;
  readonly low?: number;
  readonly high?: number;
  /** Share of the weight in the pooled result [%]. */
  readonly weight?: number;
}

/** Studies shown under a heading, with their own pooled result. */
export interface ForestGroup {
  readonly heading: string;
  readonly pooled: PooledEffect;
}

/** What a forest plot shows. */
export interface ForestContent {
  readonly pooled: PooledEffect;
  /** Together they hold every study of `pooled`; without groups the studies stand in one list. */
  readonly groups?: readonly ForestGroup[];
  readonly prediction?: Interval;
}

/**
 * The rows of a forest plot: studies (under headings with subtotals), the pooled result, and the prediction interval.
 * Study intervals are normal, at the level of the pooled result; weights are those of the pooled result throughout.
 * @param content pooled result, groups, prediction interval
 * @param options isLog: effects are logarithms and are shown as ratios
 */
export function forestRows(
  content: ForestContent,
  { isLog = false }: { readonly isLog?: boolean } = {},
): readonly ForestRow[] {
  const { pooled, groups = [], prediction } = content;
  const read = isLog ? Math.exp : (value: number) => value;
  const study = studyRow(pooled, read);
  const body =
    groups.length === 0
      ? pooled.effects.map(study)
      : groups.flatMap((group) => [
          { kind: "heading" as const, label: group.heading },
          ...group.pooled.effects.map(study),
          resultRow("subtotal", group.pooled, read),
        ]);
  return [
    ...body,
    { ...resultRow("pooled", pooled, read), weight: 100 },
    ...(prediction === undefined
      ? []
      : [
          { kind: "prediction" as const, label: "a new study", low: read(prediction.low), high: read(prediction.high) },
        ]),
  ];
}

type Read = (value: number) => number;

function studyRow(pooled: PooledEffect, read: Read): (effect: StudyEffect) => ForestRow {
  const reach = criticalValue(1 - pooled.options.level, "normal");
  const total = pooled.weights.reduce((sum, weight) => sum + weight, 0);
  return ({ label, effect, variance }) => {
    const index = pooled.effects.findIndex((each) => each.label === label);
    const half = reach * Math.sqrt(variance);
    return {
      kind: "study",
      label,
      estimate: read(effect),
      low: read(effect - half),
      high: read(effect + half),
      weight: (100 * (pooled.weights[index] ?? 0)) / total,
    };
  };
}

function resultRow(kind: "subtotal" | "pooled", { pooled, options, effects }: PooledEffect, read: Read): ForestRow {
  const model = options.model === "common" ? "common effect" : `random effects, ${options.estimator}`;
  const { estimate, interval } = pooled;
  const label = effects.length === 1 ? "one study" : `${model}, ${options.inference}`;
  return { kind, label, estimate: read(estimate), low: read(interval.low), high: read(interval.high) };
}
