import type {
  Alternative,
  Comparison,
  CorrelationResult,
  EffectExclusion,
  ForestRow,
  HeterogeneityIntervals,
  Interval,
  Omission,
  PooledEffect,
  ScreeningCounts,
} from "@kinetamine/evidence";

/** One study's part, for a table: what it was, beside its row of the forest. */
export interface SynthesisStudy {
  /** Identifier on record; absent for a user's own study. */
  readonly id?: string;
  readonly label: string;
  /** On the scale it is pooled on. */
  readonly effect: number;
  readonly variance: number;
  /** Facts for the table, e.g. design, scale, people. */
  readonly facts: Readonly<Record<string, string>>;
  readonly caveats: readonly string[];
}

/** A pooled result with everything shown beside it, whether from the records or from a user's own file. */
export interface Synthesis {
  /** What was asked, in words. */
  readonly title: string;
  readonly measure: string;
  /** Pooled as logarithms and shown as ratios. */
  readonly isRatio: boolean;
  /** What a sign or side of 1 means. */
  readonly direction: string;
  readonly studies: readonly SynthesisStudy[];
  readonly forest: readonly ForestRow[];
  readonly pooled?: PooledEffect;
  /** Parts pooled by themselves, e.g. parallel and crossover studies. */
  readonly apart: readonly { readonly name: string; readonly pooled: PooledEffect }[];
  readonly alternatives: readonly Alternative[];
  readonly prediction?: Interval;
  readonly heterogeneity?: HeterogeneityIntervals;
  readonly omissions: readonly Omission[];
  /** Under other imputed correlations within people; empty where nothing is imputed. */
  readonly correlations: readonly CorrelationResult[];
  readonly published: readonly Comparison[];
  readonly excluded: readonly EffectExclusion[];
  /** How many trials were considered, left out and used; absent for a user's own file. */
  readonly screening?: ScreeningCounts;
  readonly cautions: readonly string[];
}
