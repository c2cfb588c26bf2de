import type { OutcomeTime } from "./outcome.ts";

/** The windows in which effects are pooled, in order of time. */
export const timeWindows = ["under-12h", "24h", "7-14d", "end-of-course", "follow-up"] as const;

/** A span of time in which outcomes of different trials are compared. */
export type TimeWindow = (typeof timeWindows)[number];

const day = 24;

/**
 * The pooling window an outcome falls into, or the reason why it falls into none.
 *
 * After a single dose: under 12 h; 24 h, from 12 to 36 h; 7 to 14 d, with a tolerance of two days on both sides; later is follow-up.
 * In a course of several sessions, visits in the first 36 h are placed likewise, the rating after the last session belongs to
 * `end-of-course` alone, and anything later is follow-up. The windows up to 14 d are those of Hartland et al. 2023.
 */
export function timeWindowOf(time: OutcomeTime): { readonly window: TimeWindow } | { readonly reason: string } {
  if (time.phase === "baseline") return { reason: "taken before treatment" };
  if (time.phase === "end-of-course" || time.phase === "follow-up") return { window: time.phase };
  const hours = time.afterFirstDose_h;
  if (hours === undefined) return { reason: "the time after the dose is not stated" };
  if (hours < 12) return { window: "under-12h" };
  if (hours <= 36) return { window: "24h" };
  if (time.phase === "during-course") return { reason: "taken between the sessions of a course" };
  if (hours < 5 * day) return { reason: "falls between the 24 h and the 7 to 14 d window" };
  return hours <= 16 * day ? { window: "7-14d" } : { window: "follow-up" };
}
