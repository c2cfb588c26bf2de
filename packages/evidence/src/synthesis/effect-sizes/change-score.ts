import type { Estimate } from "./estimate.ts";
import { type GroupSummary, groupRequirements } from "./group-summary.ts";
import { hedgesCorrection } from "./hedges-correction.ts";
import { requireAll } from "./require-value.ts";

/** The same people measured twice: before and after, or under two treatments. */
export interface PairedSummaries {
  /** The later measurement, or the experimental treatment. */
  readonly after: Omit<GroupSummary, "n">;
  /** The earlier measurement, or the control treatment. */
  readonly before: Omit<GroupSummary, "n">;
  /** People measured both times. */
  readonly n: number;
  /** Between the two measurements of one person [1]; when imputed, vary it (see `acrossCorrelations`). */
  readonly correlation: number;
}

/**
 * The mean change, after minus before, of one group [scale points].
 * An uncontrolled change mixes the treatment with everything else that happened: do not pool it with controlled effects.
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Cochrane Handbook 6.5, section 6.5.2.8; as `escalc(measure = "MC")` of metafor 3.8.
 */
export function meanChange(pair: PairedSummaries): Estimate {
  requirePair("compute a mean change", pair);
  return { effect: pair.after.mean - pair.before.mean, variance: sdOfChange(pair) ** 2 / pair.n };
}

/**
 * The mean change divided by the standard deviation of change, small-sample corrected (SMCC).
 * It grows with the correlation; not comparable with a standardised mean difference between groups.
 * @returns dimensionless
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Gibbons, Hedeker & Davis 1993, J Educ Stat 18:271-279; variance as `escalc(measure = "SMCC")` of metafor 3.8.
 */
export function standardisedChangeByChangeSd(pair: PairedSummaries): Estimate {
  requirePair("standardise a change by its own spread", pair);
  const { after, before, n } = pair;
  const effect = (hedgesCorrection(n - 1) * (after.mean - before.mean)) / sdOfChange(pair);
  return { effect, variance: 1 / n + effect ** 2 / (2 * n) };
}

/**
 * The mean change divided by the standard deviation before, small-sample corrected (SMCR).
 * Assumes equal spread before and after in its variance.
 * @returns dimensionless, on the scale of a standardised mean difference
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Becker 1988, Br J Math Stat Psychol 41:257-278; variance as `escalc(measure = "SMCR")` of metafor 3.8.
 */
export function standardisedChangeByBaselineSd(pair: PairedSummaries): Estimate {
  requirePair("standardise a change by the spread before", pair);
  const { after, before, n, correlation } = pair;
  const effect = (hedgesCorrection(n - 1) * (after.mean - before.mean)) / before.sd;
  return { effect, variance: (2 * (1 - correlation)) / n + effect ** 2 / (2 * n) };
}

/** Standard deviation of the within-person difference. */
function sdOfChange({ after, before, correlation }: PairedSummaries): number {
  return Math.sqrt(after.sd ** 2 + before.sd ** 2 - 2 * correlation * after.sd * before.sd);
}

/** Refuses paired data from which no effect size follows. */
export function requirePair(attempted: string, { after, before, n, correlation }: PairedSummaries): void {
  requireAll(attempted, [
    ...groupRequirements("after", { ...after, n: 2 }),
    ...groupRequirements("before", { ...before, n: 2 }),
    [n > 1 && Number.isFinite(n), "n", n, "more than 1 person"],
    [Math.abs(correlation) < 1, "correlation", correlation, "between -1 and 1"],
  ]);
}
