import type { FileMeasure, QuestionMeasure } from "@kinetamine/evidence";

/** Short names of measures on the command line. */
export const measures = {
  smd: "standardised-mean-difference",
  md: "mean-difference",
  rr: "log-risk-ratio",
  or: "log-odds-ratio",
  rd: "risk-difference",
  ratio: "log-of-ratio",
} as const satisfies Readonly<Record<string, FileMeasure | QuestionMeasure>>;

/** A short name of {@link measures}. */
export type MeasureName = keyof typeof measures;

const words: Readonly<Record<FileMeasure | QuestionMeasure, string>> = {
  "standardised-mean-difference": "standardised mean difference (Hedges' g)",
  "mean-difference": "mean difference",
  "log-risk-ratio": "risk ratio",
  "log-odds-ratio": "odds ratio",
  "risk-difference": "risk difference",
  "log-of-ratio": "ratio",
  "as-given": "effect as given",
};

/** What a measure is called once it has been taken to the scale it is read on. */
export function measureWords(measure: FileMeasure | QuestionMeasure): string {
  return words[measure];
}

/** True for measures that are pooled as logarithms and read as ratios. */
export function isRatio(measure: FileMeasure | QuestionMeasure): boolean {
  return measure === "log-risk-ratio" || measure === "log-odds-ratio" || measure === "log-of-ratio";
}
