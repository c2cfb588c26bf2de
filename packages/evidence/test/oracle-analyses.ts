import {
  meanChange,
  type PairedSummaries,
  standardisedChangeByBaselineSd,
  standardisedChangeByChangeSd,
} from "../src/synthesis/effect-sizes/change-score.ts";
import type { Estimate } from "../src/synthesis/effect-sizes/estimate.ts";
import { meanDifference, type TwoGroups } from "../src/synthesis/effect-sizes/mean-difference.ts";
import { standardisedMeanDifference } from "../src/synthesis/effect-sizes/standardised-mean-difference.ts";
import { type TwoByTwoOptions, twoByTwoEffect } from "../src/synthesis/effect-sizes/two-by-two-effect.ts";
import type { TwoByTwo } from "../src/synthesis/effect-sizes/two-by-two-table.ts";
import { cellsOf } from "../src/synthesis/effect-sizes/two-by-two-table.ts";
import { matrixFromRows } from "../src/synthesis/least-squares/matrix.ts";
import { metaRegression, predictMean } from "../src/synthesis/meta-regression/meta-regression.ts";
import { buildDesign, interceptOnly, type Moderator } from "../src/synthesis/meta-regression/regression-design.ts";
import { subgroupAnalysis } from "../src/synthesis/meta-regression/subgroups.ts";
import { fitMultilevel, type MultilevelOptions } from "../src/synthesis/multilevel/fit-multilevel.ts";
import type { Level } from "../src/synthesis/multilevel/level.ts";
import { profileInterval } from "../src/synthesis/multilevel/profile-interval.ts";
import { type RobustKind, robustInference } from "../src/synthesis/multilevel/robust-inference.ts";
import { fitMixedEffects, type MixedEffectsFit } from "../src/synthesis/pooling/fit-mixed-effects.ts";
import type { PoolingOptions } from "../src/synthesis/pooling/options.ts";
import { poolEffects } from "../src/synthesis/pooling/pool-effects.ts";
import { predictionInterval } from "../src/synthesis/pooling/prediction-interval.ts";
import { qProfile } from "../src/synthesis/pooling/q-profile.ts";
import { cumulativePooling } from "../src/synthesis/sensitivity/cumulative.ts";
import { influence } from "../src/synthesis/sensitivity/influence.ts";
import { leaveOneOut } from "../src/synthesis/sensitivity/leave-one-out.ts";
import { type AsymmetryOptions, asymmetryTest } from "../src/synthesis/small-study/asymmetry-test.ts";
import { type TrimAndFillOptions, trimAndFill } from "../src/synthesis/small-study/trim-and-fill.ts";
import { type MantelHaenszelMeasure, mantelHaenszel } from "../src/synthesis/two-by-two/mantel-haenszel.ts";
import { type Analysis, type EffectColumns, effectsFrom, type OracleCase } from "./oracle-case.ts";

type Runner = (oracle: OracleCase, analysis: Analysis) => unknown;

const runners: Readonly<Record<string, Runner>> = {
  pool: (oracle, { options, effects }) => {
    const own = effects as EffectColumns | undefined;
    const fit = poolEffects(own ? effectsFrom(own) : effectsOf(oracle), options as PoolingOptions);
    return { ...fit, ...intervalsOf(fit, fit.pooled) };
  },
  regression: (oracle, { options, moderators, at }) => {
    const data = { effects: effectsOf(oracle), moderators: moderators as Moderator[] };
    const fit = metaRegression(data, options as PoolingOptions);
    const predictions = ((at ?? []) as number[][]).map((row) => predictMean(fit, row));
    return { ...fit, predictions, ...(fit.tauSquared === undefined ? {} : { qProfile: qProfile(fit) }) };
  },
  subgroups: (oracle, { options, groups }) =>
    subgroupAnalysis({ effects: effectsOf(oracle), groups: groups as string[] }, options as PoolingOptions),
  "leave-one-out": (oracle, { options }) => leaveOneOut(effectsOf(oracle), options as PoolingOptions),
  cumulative: (oracle, { options, order }) => {
    const effects = effectsOf(oracle);
    const ordered = ((order ?? effects.map((_, i) => i)) as number[]).map((i) => effects[i]!);
    return cumulativePooling(ordered, options as PoolingOptions);
  },
  paired: ({ data }, { options }) =>
    columnsOf(pairsFrom(data.pairs as PairColumns).map(pairedMeasures[(options as Named).measure]!)),
  "two-groups": ({ data }, { options }) =>
    columnsOf(groupsFrom(data.groups as GroupColumns).map(groupMeasures[(options as Named).measure]!)),
  influence: (oracle, { options, moderators }) => {
    const effects = effectsOf(oracle);
    const chosen = moderators as Moderator[];
    const design = chosen.length > 0 ? buildDesign(effects.length, chosen) : interceptOnly(effects.length);
    return influence(fitMixedEffects({ effects, design }, options as PoolingOptions));
  },
  asymmetry: (oracle, { options }) => asymmetryTest(effectsOf(oracle), options as AsymmetryOptions),
  "trim-and-fill": (oracle, { options }) => trimAndFill(effectsOf(oracle), options as TrimAndFillOptions),
  "two-by-two": (oracle, { options }) => {
    const tables = tablesOf(oracle);
    const anyZero = tables.some((table) => cellsOf(table).includes(0));
    return columnsOf(tables.map((table) => twoByTwoEffect(table, { ...(options as TwoByTwoOptions), anyZero })));
  },
  "mantel-haenszel": (oracle, { options }) =>
    mantelHaenszel(tablesOf(oracle), options as { measure: MantelHaenszelMeasure }),
  multilevel: runMultilevel,
  peto: (oracle) => {
    const effects = tablesOf(oracle)
      .filter((table) => table.experimental.events + table.control.events > 0)
      .map((table, i) => ({ label: `${i}`, ...twoByTwoEffect(table, { measure: "peto-log-odds-ratio" }) }));
    return poolEffects(effects, { model: "common" });
  },
};

interface Named {
  readonly measure: string;
}

const pairedMeasures: Readonly<Record<string, (pair: PairedSummaries) => Estimate>> = {
  "mean-change": meanChange,
  "change-by-baseline-sd": standardisedChangeByBaselineSd,
  "change-by-change-sd": standardisedChangeByChangeSd,
};

const groupMeasures: Readonly<Record<string, (groups: TwoGroups) => Estimate>> = {
  "mean-difference": (groups) => meanDifference(groups),
  "mean-difference, equal variances": (groups) => meanDifference(groups, { assumesEqualVariances: true }),
  "standardised, large-sample": (groups) => standardisedMeanDifference(groups),
  "standardised, unbiased": (groups) => standardisedMeanDifference(groups, { variance: "unbiased" }),
};

function columnsOf(estimates: readonly Estimate[]) {
  return { effect: estimates.map(({ effect }) => effect), variance: estimates.map(({ variance }) => variance) };
}

type Columns<Names extends string> = Readonly<Record<Names, readonly number[]>>;
type PairColumns = { after: Columns<"mean" | "sd">; before: Columns<"mean" | "sd"> } & Columns<"n" | "correlation">;
type GroupColumns = { experimental: Columns<"n" | "mean" | "sd">; control: Columns<"n" | "mean" | "sd"> };

function pairsFrom({ after, before, n, correlation }: PairColumns): readonly PairedSummaries[] {
  return n.map((people, i) => ({
    after: { mean: after.mean[i]!, sd: after.sd[i]! },
    before: { mean: before.mean[i]!, sd: before.sd[i]! },
    n: people,
    correlation: correlation[i]!,
  }));
}

function groupsFrom({ experimental, control }: GroupColumns): readonly TwoGroups[] {
  const group = ({ n, mean, sd }: GroupColumns["control"], i: number) => ({ n: n[i]!, mean: mean[i]!, sd: sd[i]! });
  return control.n.map((_, i) => ({ experimental: group(experimental, i), control: group(control, i) }));
}

function runMultilevel(oracle: OracleCase, analysis: Analysis): unknown {
  const data = {
    effects: effectsOf(oracle),
    levels: analysis.levels as Level[],
    moderators: analysis.moderators as Moderator[],
    ...(Array.isArray(analysis.covariance) ? { covariance: matrixFromRows(analysis.covariance as number[][]) } : {}),
  };
  const fit = fitMultilevel(data, analysis.options as MultilevelOptions);
  const expected = analysis.expected as { profiles?: unknown };
  const robust = (kind: RobustKind) => robustInference(fit, { clusters: analysis.clusters as string[], kind });
  return {
    ...fit,
    ...(expected.profiles ? { profiles: fit.variances.map(({ level }) => profileInterval(fit, level)) } : {}),
    ...(analysis.clusters ? { robust: { CR0: robust("CR0"), CR1: robust("CR1"), CR2: robust("CR2") } } : {}),
  };
}

/** Our result of an analysis, with at least the leaves the other program's has. */
export function runAnalysis(oracle: OracleCase, analysis: Analysis): unknown {
  const runner = runners[analysis.kind];
  if (runner === undefined) throw new Error(`No way to run an analysis of kind ${analysis.kind}`);
  return runner(oracle, analysis);
}

function effectsOf({ data }: OracleCase) {
  return effectsFrom(data.effects);
}

interface TableColumns {
  readonly label: readonly string[];
  readonly experimental: { readonly events: readonly number[]; readonly n: readonly number[] };
  readonly control: { readonly events: readonly number[]; readonly n: readonly number[] };
}

function tablesOf({ data }: OracleCase): readonly TwoByTwo[] {
  const { label, experimental, control } = data.tables as TableColumns;
  return label.map((_, i) => ({
    experimental: { events: experimental.events[i]!, n: experimental.n[i]! },
    control: { events: control.events[i]!, n: control.n[i]! },
  }));
}

function intervalsOf(fit: MixedEffectsFit, point: { estimate: number; standardError: number }) {
  if (fit.tauSquared === undefined || fit.effects.length < 2) return {};
  const canPredictByHiggins = fit.effects.length > 2;
  return {
    qProfile: qProfile(fit),
    prediction: {
      asTest: predictionInterval({ fit, point }, { reference: "as-test" }),
      ...(canPredictByHiggins ? { higgins: predictionInterval({ fit, point }) } : {}),
    },
  };
}
