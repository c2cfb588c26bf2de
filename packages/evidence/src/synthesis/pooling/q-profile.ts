import { chiSquared } from "@kinetamine/numerics";
import { EvidenceError } from "../../checks/evidence-error.ts";
import type { Interval } from "./coefficient.ts";
import { type MixedEffectsFit, weightedProblem } from "./fit-mixed-effects.ts";
import { sharesAt } from "./heterogeneity.ts";
import { generalisedQ, tauSquaredAtQ } from "./tau-squared/q-root.ts";

/** Intervals of the between-study variance and what follows from it. */
export interface HeterogeneityIntervals {
  readonly tauSquared: Interval;
  readonly tau: Interval;
  /** [%] */
  readonly iSquared: Interval;
  readonly hSquared: Interval;
  /** True when even tau squared = 0 is rejected as too much: the data are closer together than chance, and both ends are 0. */
  readonly isEmpty: boolean;
}

/**
 * The exact interval of the between-study variance: the values at which the generalised Q statistic is not extreme.
 * Assumes known sampling variances and normal effects.
 * @throws EvidenceError `evidence-synthesis-invalid` under a common effect or with no more studies than coefficients
 * Source: Viechtbauer 2007, Stat Med 26:37-52; with moderators Jackson, Turner, Rhodes & Viechtbauer 2014, BMC Med Res Methodol 14:103.
 */
export function qProfile(fit: MixedEffectsFit): HeterogeneityIntervals {
  const { effects, design, tauSquared, heterogeneity, options } = fit;
  const degreesOfFreedom = effects.length - fit.coefficients.length;
  if (tauSquared === undefined || degreesOfFreedom < 1)
    throw new EvidenceError("evidence-synthesis-invalid", "put an interval around tau squared", [
      {
        path: "fit",
        found: `${options.model} model of ${effects.length} effects`,
        required: "random effects, more effects than coefficients",
      },
    ]);
  const problem = weightedProblem(effects, design);
  const reference = chiSquared(degreesOfFreedom);
  const tail = (1 - options.level) / 2;
  const [least, most] = [reference.quantile(tail), reference.upperQuantile(tail)];
  const interval = { low: tauSquaredAtQ(problem, most), high: tauSquaredAtQ(problem, least) };
  const share = (of: "iSquared" | "hSquared") => ({
    low: sharesAt(interval.low, heterogeneity.typicalVariance)[of],
    high: sharesAt(interval.high, heterogeneity.typicalVariance)[of],
  });
  return {
    tauSquared: interval,
    tau: { low: Math.sqrt(interval.low), high: Math.sqrt(interval.high) },
    iSquared: share("iSquared"),
    hSquared: share("hSquared"),
    isEmpty: generalisedQ(problem, 0) < least,
  };
}
