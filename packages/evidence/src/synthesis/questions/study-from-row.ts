import type { EffectInput } from "../../trials/effect-input.ts";
import { crossoverMeanDifference, crossoverStandardisedMeanDifference } from "../effect-sizes/crossover.ts";
import type { Estimate } from "../effect-sizes/estimate.ts";
import { meanDifference } from "../effect-sizes/mean-difference.ts";
import { requireAll } from "../effect-sizes/require-value.ts";
import { standardisedMeanDifference } from "../effect-sizes/standardised-mean-difference.ts";
import { twoByTwoEffect } from "../effect-sizes/two-by-two-effect.ts";
import { isDoubleZero } from "../effect-sizes/two-by-two-table.ts";
import type { QuestionMeasure } from "./question.ts";
import type { QuestionStudy } from "./question-study.ts";

/** What turns a row into an effect. */
export interface RowOptions {
  readonly measure: QuestionMeasure;
  /** Within-person correlation where the report gives none. */
  readonly correlation: number;
  /** Standard deviation by scale, for differences reported without one [points]. */
  readonly standardDeviations: Readonly<Record<string, number>>;
}

/**
 * The effect of one row in the measure of the question, or the reason why it has none.
 * The same people on both sides with only the two margins known are analysed as if they were different people, which makes the interval
 * too wide (Elbourne et al. 2002, Int J Epidemiol 31:140-149); means of both periods use the imputed correlation instead.
 */
export function studyFromRow(row: EffectInput, options: RowOptions): QuestionStudy | { readonly reason: string } {
  const found = estimateOf(row, options);
  if ("reason" in found) return found;
  // On a scale where more is better the sign is turned, so that a negative standardised difference always means fewer symptoms.
  const isTurned = options.measure === "standardised-mean-difference" && row.better === "higher";
  const isSamePeople = row.analysis === "paired" || row.analysis === "paired-margins-only";
  return {
    label: row.label,
    effect: isTurned ? -found.estimate.effect : found.estimate.effect,
    variance: found.estimate.variance,
    row,
    design: isSamePeople ? "crossover" : "parallel",
    ...participantsOf(row, isSamePeople),
    caveats: [...row.caveats, ...found.assumed, ...(isTurned ? ["sign turned: more is better on this scale"] : [])],
  };
}

type Found = { readonly estimate: Estimate; readonly assumed: readonly string[] } | { readonly reason: string };

function estimateOf(row: EffectInput, options: RowOptions): Found {
  const { measure } = options;
  if (row.kind === "means") return fromMeans(row, options);
  if (row.kind === "events") return fromEvents(row, measure);
  if (row.kind === "contrast") return fromContrast(row, options);
  return { reason: "an uncontrolled change is not a comparison" };
}

function fromMeans(row: Extract<EffectInput, { kind: "means" }>, { measure, correlation }: RowOptions): Found {
  const { experimental, controlGroup: control } = row;
  const isStandardised = measure === "standardised-mean-difference";
  if (!isStandardised && measure !== "mean-difference")
    return { reason: "a score cannot be expressed as a ratio of events" };
  if (row.analysis === "paired-margins-only") {
    const crossover = { experimental, control, n: Math.min(experimental.n, control.n), correlation };
    return {
      estimate: isStandardised ? crossoverStandardisedMeanDifference(crossover) : crossoverMeanDifference(crossover),
      assumed: [`within-person correlation of ${correlation} imputed`],
    };
  }
  const groups = { experimental, control };
  return { estimate: isStandardised ? standardisedMeanDifference(groups) : meanDifference(groups), assumed: [] };
}

function fromEvents(row: Extract<EffectInput, { kind: "events" }>, measure: QuestionMeasure): Found {
  if (measure === "mean-difference" || measure === "standardised-mean-difference")
    return { reason: "counts of people cannot be expressed as a difference of scores" };
  const table = { experimental: row.experimental, control: row.controlGroup };
  if (measure !== "risk-difference" && isDoubleZero(table))
    return { reason: "nobody, or everybody, had the event in both groups, which tells nothing about a ratio" };
  const hasEmptyCell = [table.experimental, table.control].some(({ events, n }) => events === 0 || events === n);
  return {
    estimate: twoByTwoEffect(table, { measure }),
    assumed: [
      ...(hasEmptyCell ? ["1/2 added to every cell because one is empty"] : []),
      ...(row.analysis === "paired-margins-only"
        ? ["analysed as if different people, so the interval is too wide"]
        : []),
    ],
  };
}

function fromContrast(row: Extract<EffectInput, { kind: "contrast" }>, options: RowOptions): Found {
  const { estimate, standardError, scale } = row;
  if (options.measure === "mean-difference")
    return { estimate: { effect: estimate, variance: standardError ** 2 }, assumed: [] };
  const sd = options.standardDeviations[scale];
  if (options.measure !== "standardised-mean-difference")
    return { reason: "a score cannot be expressed as a ratio of events" };
  if (sd === undefined)
    return { reason: "a difference in scale points without standard deviations of the groups cannot be standardised" };
  requireAll("standardise a reported difference", [[sd > 0, `standardDeviations.${scale}`, sd, "above 0"]]);
  return {
    estimate: { effect: estimate / sd, variance: (standardError / sd) ** 2 },
    assumed: [`standardised by a given standard deviation of ${sd} points`],
  };
}

function participantsOf(row: EffectInput, isSamePeople: boolean): { readonly participants?: number } {
  if (row.kind !== "means" && row.kind !== "events") return {};
  const [here, there] = [row.experimental.n, row.controlGroup.n];
  return { participants: isSamePeople ? Math.max(here, there) : here + there };
}
