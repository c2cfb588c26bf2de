import { type TwoByTwoOptions, twoByTwoEffect } from "../src/synthesis/effect-sizes/two-by-two-effect.ts";
import type { TwoByTwo } from "../src/synthesis/effect-sizes/two-by-two-table.ts";
import { cellsOf } from "../src/synthesis/effect-sizes/two-by-two-table.ts";
import { buildDesign, interceptOnly, type Moderator } from "../src/synthesis/meta-regression/design.ts";
import { metaRegression, predictMean } from "../src/synthesis/meta-regression/meta-regression.ts";
import { subgroupAnalysis } from "../src/synthesis/meta-regression/subgroups.ts";
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
import { type Analysis, effectsFrom, type OracleCase } from "./oracle-case.ts";

type Runner = (oracle: OracleCase, analysis: Analysis) => unknown;

const runners: Readonly<Record<string, Runner>> = {
  pool: (oracle, { options }) => {
    const fit = poolEffects(effectsOf(oracle), options as PoolingOptions);
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
  cumulative: (oracle, { options }) =>
    cumulativePooling(effectsOf(oracle), options as PoolingOptions).map(({ pooled }) => ({ pooled })),
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
    const found = tables.map((table) => twoByTwoEffect(table, { ...(options as TwoByTwoOptions), anyZero }));
    return { effect: found.map(({ effect }) => effect), variance: found.map(({ variance }) => variance) };
  },
  "mantel-haenszel": (oracle, { options }) =>
    mantelHaenszel(tablesOf(oracle), options as { measure: MantelHaenszelMeasure }),
  peto: (oracle) => {
    const effects = tablesOf(oracle)
      .filter((table) => table.experimental.events + table.control.events > 0)
      .map((table, i) => ({ label: `${i}`, ...twoByTwoEffect(table, { measure: "peto-log-odds-ratio" }) }));
    return poolEffects(effects, { model: "common" });
  },
};

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
