import type { Estimate } from "./estimate.ts";
import { hedgesCorrection } from "./hedges-correction.ts";
import { pooledSd, requireGroups, type TwoGroups } from "./mean-difference.ts";

/** How the sampling variance of a standardised mean difference is estimated; see `standardisedMeanDifference`. */
export type SmdVariance = "large-sample" | "unbiased";

/**
 * Hedges' g: the difference in means divided by the pooled standard deviation, with the exact small-sample correction.
 * `large-sample` is 1/n1 + 1/n2 + g^2 / (2 (n1 + n2)); `unbiased` is the unbiased estimator. They differ in small trials.
 * @param groups n, mean and standard deviation of two independent groups
 * @param options variance, `large-sample` unless given
 * @returns g and its variance, dimensionless
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Hedges 1981, J Educ Stat 6:107-128; Hedges & Olkin 1985, p. 86; as `escalc(measure = "SMD")` of metafor 3.8.
 */
export function standardisedMeanDifference(
  groups: TwoGroups,
  { variance = "large-sample" }: { readonly variance?: SmdVariance } = {},
): Estimate {
  requireGroups("compute a standardised mean difference", groups);
  const { experimental, control } = groups;
  const degreesOfFreedom = experimental.n + control.n - 2;
  const correction = hedgesCorrection(degreesOfFreedom);
  const effect = (correction * (experimental.mean - control.mean)) / pooledSd(groups);
  const fromMeans = 1 / experimental.n + 1 / control.n;
  const fromSpread =
    variance === "large-sample"
      ? effect ** 2 / (2 * (experimental.n + control.n))
      : (1 - (degreesOfFreedom - 2) / (degreesOfFreedom * correction ** 2)) * effect ** 2;
  return { effect, variance: fromMeans + fromSpread };
}
