import type { Disorder, QuestionMeasure, TimeWindow } from "@kinetamine/evidence";

/** Disorders as a reader knows them. */
export const disorderWords: Readonly<Record<Disorder, string>> = {
  sad: "Social anxiety disorder",
  gad: "Generalised anxiety disorder",
  ptsd: "Post-traumatic stress disorder",
  ocd: "Obsessive-compulsive disorder",
  panic: "Panic disorder",
  "mixed-anxiety": "Mixed anxiety disorders",
  depression: "Depression",
  "chronic-pain": "Chronic pain",
};

/** Spans after the dose. */
export const windowWords: Readonly<Record<TimeWindow, string>> = {
  "under-12h": "under 12 h",
  "24h": "24 h",
  "7-14d": "7 to 14 days",
  "end-of-course": "end of a course",
  "follow-up": "follow-up",
};

const measureNames: Readonly<Record<QuestionMeasure, string>> = {
  "standardised-mean-difference": "standardised mean difference",
  "mean-difference": "mean difference in points",
  "log-risk-ratio": "risk ratio",
  "log-odds-ratio": "odds ratio",
  "risk-difference": "risk difference",
};

/** What a measure is called on the scale it is read on. */
export function measureWords(measure: QuestionMeasure): string {
  return measureNames[measure];
}

/** True for measures that are pooled as logarithms. */
export function isRatio(measure: QuestionMeasure): boolean {
  return measure === "log-odds-ratio" || measure === "log-risk-ratio";
}

/** `the first letter` as `The first letter`. */
export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
