import { meanChange, type PairedSummaries, requirePair } from "./change-score.ts";
import type { Estimate } from "./estimate.ts";
import type { GroupSummary } from "./group-summary.ts";
import { hedgesCorrection } from "./hedges-correction.ts";

/** Both treatments of a crossover in the same people; assumes no carry-over and no period effect. */
export interface CrossoverSummaries {
  readonly experimental: Omit<GroupSummary, "n">;
  readonly control: Omit<GroupSummary, "n">;
  /** People with both periods. */
  readonly n: number;
  /** Between one person's results under the two treatments [1]. */
  readonly correlation: number;
}

/**
 * The mean within-person difference of a crossover, experimental minus control [scale points].
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Elbourne et al. 2002, Int J Epidemiol 31:140-149; Cochrane Handbook 6.5, section 23.2.7.1.
 */
export function crossoverMeanDifference(crossover: CrossoverSummaries): Estimate {
  return meanChange(asPair(crossover));
}

/**
 * The difference of a crossover divided by the root mean square of the two between-person standard deviations, so that it can be
 * pooled with standardised mean differences of parallel groups.
 * The small-sample correction uses the degrees of freedom 2 (n - 1) / (1 + r^2) of that standard deviation.
 * @param crossover means, standard deviations, people and correlation
 * @param options isCorrected: false gives the uncorrected form printed in the Cochrane Handbook
 * @returns dimensionless
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Elbourne et al. 2002, Int J Epidemiol 31:140-149; Cochrane Handbook 6.5, section 23.2.7.2; degrees of freedom Pustejovsky 2014,
 * Psychol Methods 19:92-112.
 */
export function crossoverStandardisedMeanDifference(
  crossover: CrossoverSummaries,
  { isCorrected = true }: { readonly isCorrected?: boolean } = {},
): Estimate {
  requirePair("standardise a crossover difference", asPair(crossover));
  const { experimental, control, n, correlation } = crossover;
  const sd = Math.sqrt((experimental.sd ** 2 + control.sd ** 2) / 2);
  const raw = (experimental.mean - control.mean) / sd;
  const correction = isCorrected ? hedgesCorrection((2 * (n - 1)) / (1 + correlation ** 2)) : 1;
  return { effect: correction * raw, variance: correction ** 2 * (1 / n + raw ** 2 / (2 * n)) * 2 * (1 - correlation) };
}

function asPair({ experimental, control, n, correlation }: CrossoverSummaries): PairedSummaries {
  return { after: experimental, before: control, n, correlation };
}
