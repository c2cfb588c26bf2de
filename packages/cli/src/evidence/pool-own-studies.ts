import {
  type Alternative,
  type FileMeasure,
  type FileStudy,
  type ForestGroup,
  forestRows,
  leaveOneOut,
  type PooledEffect,
  type PoolingOptions,
  poolEffects,
  predictionInterval,
  qProfile,
  type StudiesFile,
} from "@kinetamine/evidence";
import { isRatio, measureWords } from "./measures.ts";
import type { Synthesis } from "./synthesis.ts";

/** A user's file of studies and how to pool it. */
export interface OwnStudies {
  readonly name: string;
  readonly file: StudiesFile;
  readonly excluded: readonly string[];
  readonly options: PoolingOptions;
}

/**
 * Pools a user's own studies, groups apart where the file names them.
 * @throws EvidenceError when the options do not suit the studies
 */
export function poolOwnStudies({ name, file, excluded, options }: OwnStudies): Synthesis {
  const { measure } = file;
  const studies = file.studies.filter(({ label }) => !excluded.includes(label));
  const pooled = studies.length === 0 ? undefined : poolSome(studies, options);
  const groups = groupsOf(studies, options);
  const isRandom = pooled?.tauSquared !== undefined && studies.length > 1;
  const prediction =
    pooled !== undefined && isRandom && studies.length > 2
      ? predictionInterval({ fit: pooled, point: pooled.pooled })
      : undefined;
  return {
    title: `${name}: ${measureWords(measure)}`,
    measure: measureWords(measure),
    isRatio: isRatio(measure),
    direction: meaningOf(measure),
    studies: studies.map(({ label, effect, variance, line, notes }) => {
      return { label, effect, variance, facts: { line: `${line}`, ...notes }, caveats: [] };
    }),
    forest: forest(pooled, { groups, prediction, measure }),
    ...(pooled === undefined ? {} : { pooled }),
    apart: groups.map(({ heading, pooled: part }) => ({ name: heading, pooled: part })),
    alternatives: studies.length > 1 ? alternativesTo(studies, options) : [],
    ...(prediction === undefined ? {} : { prediction }),
    ...(pooled !== undefined && isRandom ? { heterogeneity: qProfile(pooled) } : {}),
    omissions: studies.length > 2 ? leaveOneOut(studies, options) : [],
    correlations: [],
    published: [],
    excluded: excluded.map((study) => ({ study, reason: "left out on request" })),
    cautions: ownCautions(studies),
  };
}

/** One study has no spread to estimate: its own estimate with a normal interval. */
function poolSome(studies: readonly FileStudy[], options: PoolingOptions): PooledEffect {
  return poolEffects(studies, studies.length === 1 ? { model: "common", inference: "wald" } : options);
}

function groupsOf(studies: readonly FileStudy[], options: PoolingOptions): readonly ForestGroup[] {
  const names = [...new Set(studies.map(({ notes }) => notes.group ?? ""))];
  if (names.length < 2) return [];
  return names.map((name) => ({
    heading: name === "" ? "no group" : name,
    pooled: poolSome(
      studies.filter(({ notes }) => (notes.group ?? "") === name),
      options,
    ),
  }));
}

function forest(
  pooled: PooledEffect | undefined,
  parts: {
    readonly groups: readonly ForestGroup[];
    readonly prediction: Synthesis["prediction"];
    readonly measure: FileMeasure;
  },
): Synthesis["forest"] {
  if (pooled === undefined) return [];
  const { groups, prediction, measure } = parts;
  const content = { pooled, groups, ...(prediction === undefined ? {} : { prediction }) };
  return forestRows(content, { isLog: isRatio(measure) });
}

function alternativesTo(studies: readonly FileStudy[], { estimator = "REML" }: PoolingOptions): readonly Alternative[] {
  const others: readonly (PoolingOptions & { readonly name: string })[] = [
    { name: `random effects, ${estimator}, Wald`, estimator, inference: "wald" },
    { name: `random effects, ${estimator}, Hartung-Knapp`, estimator, inference: "hartung-knapp" },
    { name: `random effects, ${estimator}, Hartung-Knapp ad hoc`, estimator, inference: "hartung-knapp-ad-hoc" },
    { name: "random effects, DerSimonian-Laird, Wald", estimator: "DL", inference: "wald" },
    { name: "common effect", model: "common" },
  ];
  const differ = studies.some(({ effect }) => effect !== studies[0]?.effect);
  return others
    .filter(({ inference }) => differ || inference !== "hartung-knapp") // equal effects leave it nothing to estimate
    .map(({ name, ...options }) => ({ name, pooled: poolEffects(studies, options) }));
}

function meaningOf(measure: FileMeasure): string {
  return isRatio(measure) ? "1 means no difference" : "0 means no difference";
}

function ownCautions(studies: readonly FileStudy[]): readonly string[] {
  if (studies.length === 1) return ["One study: nothing was pooled"];
  const clusters = studies.flatMap(({ notes }) => (notes.cluster ? [notes.cluster] : []));
  return [
    ...(studies.length < 5
      ? [`${studies.length} studies: the spread between studies is hardly estimable, so intervals differ by method`]
      : []),
    ...(new Set(clusters).size < clusters.length
      ? ["Some studies share a cluster; they are pooled here as if they were independent"]
      : []),
  ];
}
