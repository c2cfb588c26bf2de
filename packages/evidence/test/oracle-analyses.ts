import type { MixedEffectsFit } from "../src/synthesis/pooling/fit-mixed-effects.ts";
import type { PoolingOptions } from "../src/synthesis/pooling/options.ts";
import { poolEffects } from "../src/synthesis/pooling/pool-effects.ts";
import { predictionInterval } from "../src/synthesis/pooling/prediction-interval.ts";
import { qProfile } from "../src/synthesis/pooling/q-profile.ts";
import { type Analysis, effectsFrom, type OracleCase } from "./oracle-case.ts";

type Runner = (oracle: OracleCase, analysis: Analysis) => unknown;

const runners: Readonly<Record<string, Runner>> = {
  pool: ({ data }, analysis) => {
    const fit = poolEffects(effectsFrom(data.effects), analysis["options"] as PoolingOptions);
    return { ...fit, ...intervalsOf(fit, fit.pooled) };
  },
};

/** Our result of an analysis, with at least the leaves the other program's has. */
export function runAnalysis(oracle: OracleCase, analysis: Analysis): unknown {
  const runner = runners[analysis.kind];
  if (runner === undefined) throw new Error(`No way to run an analysis of kind ${analysis.kind}`);
  return runner(oracle, analysis);
}

function intervalsOf(fit: MixedEffectsFit, point: { estimate: number; standardError: number }) {
  if (fit.tauSquared === undefined) return {};
  const canPredictByHiggins = fit.effects.length > 2;
  return {
    qProfile: qProfile(fit),
    prediction: {
      asTest: predictionInterval({ fit, point }, { reference: "as-test" }),
      ...(canPredictByHiggins ? { higgins: predictionInterval({ fit, point }) } : {}),
    },
  };
}
