import {
  type EffectExclusion,
  type ForestRow,
  type PooledEffect,
  referenceFor,
  shortCitation,
} from "@kinetamine/evidence";
import { textTable } from "../terminal/text-table.ts";
import type { Synthesis } from "./synthesis.ts";

/** A pooled result for the terminal: studies with weights, pooled and apart, heterogeneity, other methods, what was left out. */
export function synthesisText(synthesis: Synthesis): string {
  const { title, direction, pooled, cautions } = synthesis;
  const blocks = [
    `${title}; ${direction}`,
    ...(pooled === undefined ? [] : [forestTable(synthesis), spreadLines(synthesis, pooled)]),
    ...block("Other methods and parts of the studies", otherRows(synthesis)),
    ...publishedLines(synthesis),
    ...block("To keep in mind", cautions),
    ...block("Caveats of single studies", caveatLines(synthesis)),
    ...leftOut(synthesis),
  ];
  return blocks.join("\n\n");
}

function block(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join("\n")];
}

function forestTable({ forest, studies, measure }: Synthesis): string {
  const names = [...new Set(studies.flatMap(({ facts }) => Object.keys(facts)))];
  const factsOf = (label: string) => studies.find((study) => study.label === label)?.facts ?? {};
  const rows = forest.map((row) => [
    row.kind === "study" ? `  ${row.label}` : row.label,
    row.estimate === undefined ? "" : shown(row.estimate),
    row.low === undefined ? "" : `${shown(row.low)} to ${shown(row.high ?? Number.NaN)}`,
    weightOf(row),
    ...names.map((name) => (row.kind === "study" ? (factsOf(row.label)[name] ?? "") : "")),
  ]);
  const interval = "95 % interval";
  return textTable([["study", shortMeasure(measure), interval, "weight", ...names], ...rows]);
}

function weightOf({ weight }: ForestRow): string {
  return weight === undefined ? "" : `${weight.toFixed(1)} %`;
}

function shortMeasure(measure: string): string {
  return measure.replace(/ \(.*\)$/, "");
}

function spreadLines(
  { studies, heterogeneity, prediction }: Synthesis,
  { heterogeneity: found, tauSquared }: PooledEffect,
) {
  if (studies.length < 2) return "One study: no pooled result, no prediction interval, no heterogeneity";
  const interval = (ends: { readonly low: number; readonly high: number } | undefined) =>
    ends === undefined ? "" : ` (95 % interval ${shown(ends.low)} to ${shown(ends.high)})`;
  return [
    `Q = ${shown(found.q)} on ${found.degreesOfFreedom} degrees of freedom, p = ${found.pValue.toFixed(3)}`,
    `I2 = ${found.iSquared.toFixed(1)} %${interval(heterogeneity?.iSquared)}`,
    ...(tauSquared === undefined
      ? []
      : [`tau2 = ${tauSquared.estimate.toFixed(4)}${interval(heterogeneity?.tauSquared)}`]),
    prediction === undefined
      ? "Prediction interval: needs three studies"
      : "Prediction interval: where the effect of a new study like these would lie",
  ].join("\n");
}

function otherRows(synthesis: Synthesis): readonly string[] {
  const { alternatives, apart, omissions, correlations, isRatio } = synthesis;
  const rows = [
    ...alternatives.map(({ name, pooled }) => [name, result(pooled, isRatio)]),
    ...apart.map(({ name, pooled }) => [`only ${name} (${pooled.effects.length})`, result(pooled, isRatio)]),
    ...omissions.map(({ omitted, pooled }) => [`without ${omitted}`, result(pooled, isRatio)]),
    ...correlations.map(({ correlation, pooled }) => [
      `imputed correlation within people ${correlation}`,
      result(pooled, isRatio),
    ]),
  ];
  const width = Math.max(0, ...rows.map(([name = ""]) => name.length));
  return rows.map(([name = "", words = ""]) => `${name.padEnd(width)}  ${words}`);
}

function result({ pooled }: PooledEffect, isRatio: boolean): string {
  const read = isRatio ? Math.exp : (value: number) => value;
  const { estimate, interval } = pooled;
  return `${shown(read(estimate))} (${shown(read(interval.low))} to ${shown(read(interval.high))})`;
}

/** One line for each published result, then why they differ, each reason once. */
function publishedLines({ published }: Synthesis): readonly string[] {
  const names = new Map(published.map(({ synthesis, citation }) => [synthesis, shortCitation(referenceFor(citation))]));
  const results = published.map(({ synthesis, published: theirs }) => {
    const ends = `${shown(theirs.estimate)} (${shown(theirs.ciLow)} to ${shown(theirs.ciHigh)})`;
    return `${names.get(synthesis)}, ${theirs.label}: ${theirs.measure.replaceAll("-", " ")} ${ends}`;
  });
  const reasons = published.flatMap(({ synthesis, differences }) =>
    differences.map((difference) => `${names.get(synthesis)}: ${difference}`),
  );
  return [
    ...block("Published beside it", results),
    ...block("Why they differ, or cannot be compared", [...new Set(reasons)]),
  ];
}

function caveatLines({ studies }: Synthesis): readonly string[] {
  return studies.flatMap(({ label, caveats }) => caveats.map((caveat) => `${label}: ${caveat}`));
}

function leftOut({ excluded, screening, studies }: Synthesis): readonly string[] {
  const line = ({ study, outcome, reason }: EffectExclusion) =>
    `${study}${outcome === undefined ? "" : `, ${outcome}`}: ${reason}`;
  if (screening === undefined) return block("Left out", excluded.map(line));
  const { considered, used, leftOut: reasons } = screening;
  const others = excluded.filter(({ study }) => studies.some(({ id }) => id === study));
  return [
    ...block(
      `Studies on record: ${considered}; used: ${used}; left out: ${considered - used}`,
      reasons.map(({ reason, trials }) => `${trials.length} ${reason}: ${trials.join(", ")}`),
    ),
    ...block("Other outcomes of the studies used", others.map(line)),
  ];
}

/** Three digits where they matter, two decimals where numbers are small. */
function shown(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "infinite" : "-infinite";
  const size = Math.abs(value);
  if (size >= 10_000) return value.toExponential(1);
  const text = value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
  return Number(text) === 0 ? text.replace("-", "") : text;
}
