import type { StudyEffect } from "./effect-sizes/study-effect.ts";
import { fitMultilevel, type MultilevelFit } from "./multilevel/fit-multilevel.ts";
import { type RobustInference, robustInference } from "./multilevel/robust-inference.ts";
import type { Interval } from "./pooling/coefficient.ts";
import { type PoolingOptions, resolveOptions } from "./pooling/options.ts";
import { type PooledEffect, poolEffects } from "./pooling/pool-effects.ts";
import { predictionInterval } from "./pooling/prediction-interval.ts";
import { type HeterogeneityIntervals, qProfile } from "./pooling/q-profile.ts";
import { leaveOneOut, type Omission } from "./sensitivity/leave-one-out.ts";

/** A study effect with what it belongs to. */
export interface GroupedEffect extends StudyEffect {
  /** Studies of one group are also pooled apart. */
  readonly group?: string;
  /** Effects of one cluster share people or researchers and are not independent. */
  readonly cluster?: string;
}

/** The same studies pooled in another way. */
export interface Alternative {
  readonly name: string;
  readonly pooled: PooledEffect;
}

/** Everything a reader should see beside a pooled effect. */
export interface StudySynthesis {
  /** Absent without studies, a single study's own result with one. */
  readonly pooled?: PooledEffect;
  /** Other models and tests, which should not tell another story. */
  readonly alternatives: readonly Alternative[];
  /** Groups apart; empty unless there are at least two. */
  readonly groups: readonly { readonly group: string; readonly pooled: PooledEffect }[];
  /** Where the effect of a new study would lie; random effects, at least three studies. */
  readonly prediction?: Interval;
  /** Random effects, at least two studies. */
  readonly heterogeneity?: HeterogeneityIntervals;
  /** Without each study; needs three. */
  readonly omissions: readonly Omission[];
  /** Present when effects share clusters, of which there are at least two: the model that knows it, and tests that trust it little. */
  readonly clustered?: { readonly fit: MultilevelFit; readonly robust: RobustInference };
}

/** One study has no spread to estimate: its own estimate with a normal interval. */
const SINGLE: PoolingOptions = { model: "common", inference: "wald" };

/**
 * Pools studies and everything that belongs beside the result: other methods, groups apart, prediction, intervals of heterogeneity, each
 * study left out, and a multilevel model with cluster-robust errors when effects are not independent.
 * @param studies any number; labels must differ
 * @param options as of `poolEffects`
 * @throws EvidenceError `evidence-synthesis-invalid`
 */
export function synthesiseStudies(studies: readonly GroupedEffect[], options: PoolingOptions = {}): StudySynthesis {
  const none = { alternatives: [], groups: [], omissions: [] };
  if (studies.length === 0) return none;
  if (studies.length === 1) return { ...none, pooled: poolSome(studies, options) };
  const pooled = poolEffects(studies, options);
  const isRandom = pooled.tauSquared !== undefined;
  const hasThree = studies.length > 2;
  return {
    pooled,
    alternatives: alternativesTo(studies, options),
    groups: groupsOf(studies, options),
    ...(isRandom && hasThree ? { prediction: predictionInterval({ fit: pooled, point: pooled.pooled }) } : {}),
    ...(isRandom && options.tauSquared === undefined ? { heterogeneity: qProfile(pooled) } : {}),
    omissions: hasThree ? leaveOneOut(studies, options) : [],
    ...clusteredFit(studies, resolveOptions(options).level),
  };
}

function poolSome(studies: readonly StudyEffect[], options: PoolingOptions): PooledEffect {
  const { level } = options;
  return poolEffects(studies, studies.length > 1 ? options : { ...SINGLE, ...(level === undefined ? {} : { level }) });
}

function alternativesTo(studies: readonly StudyEffect[], { level }: PoolingOptions): readonly Alternative[] {
  const chosen = level === undefined ? {} : { level };
  const others: readonly (PoolingOptions & { readonly name: string })[] = [
    { name: "random effects, REML, Wald", estimator: "REML", inference: "wald" },
    { name: "random effects, REML, Hartung-Knapp", estimator: "REML", inference: "hartung-knapp" },
    { name: "random effects, REML, Hartung-Knapp ad hoc", estimator: "REML", inference: "hartung-knapp-ad-hoc" },
    { name: "random effects, Paule-Mandel, Hartung-Knapp ad hoc", estimator: "PM", inference: "hartung-knapp-ad-hoc" },
    { name: "random effects, DerSimonian-Laird, Wald", estimator: "DL", inference: "wald" },
    { name: "common effect", model: "common" },
  ];
  // Equal effects leave plain Hartung-Knapp without a width.
  const differ = studies.some(({ effect }) => effect !== studies[0]!.effect);
  return others
    .filter(({ inference }) => differ || inference !== "hartung-knapp")
    .map(({ name, ...options }) => ({ name, pooled: poolEffects(studies, { ...options, ...chosen }) }));
}

function groupsOf(studies: readonly GroupedEffect[], options: PoolingOptions): StudySynthesis["groups"] {
  const names = [...new Set(studies.map(({ group }) => group ?? ""))];
  if (names.length < 2) return [];
  return names.map((name) => ({
    group: name === "" ? "no group" : name,
    pooled: poolSome(
      studies.filter(({ group }) => (group ?? "") === name),
      options,
    ),
  }));
}

function clusteredFit(studies: readonly GroupedEffect[], level: number): Pick<StudySynthesis, "clustered"> {
  const clusters = studies.map(({ cluster, label }) => cluster ?? label);
  const different = new Set(clusters).size;
  if (different === studies.length || different < 2) return {};
  const levels = [
    { name: "cluster", groups: clusters },
    { name: "effect", groups: studies.map((_, index) => `${index}`) },
  ];
  const fit = fitMultilevel({ effects: studies, levels }, { level });
  return { clustered: { fit, robust: robustInference(fit, { clusters }) } };
}
