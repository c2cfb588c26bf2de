/** Log likelihood and information criteria; compare only models of the same effects, and under REML only with the same moderators. */
export interface FitStatistics {
  readonly kind: "ML" | "REML";
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** AIC corrected for few observations. */
  readonly aicCorrected: number;
}

/**
 * Information criteria of a fitted model.
 * @param logLikelihood at the estimates
 * @param model kind; observations: k under ML, k - p under REML; parameters: coefficients plus estimated variances
 * Source: Burnham & Anderson 2002, section 2.4.
 */
export function fitStatistics(
  logLikelihood: number,
  {
    kind,
    observations,
    parameters,
  }: { readonly kind: "ML" | "REML"; readonly observations: number; readonly parameters: number },
): FitStatistics {
  const deviance = -2 * logLikelihood;
  const n = Math.max(observations, parameters + 2);
  return {
    kind,
    logLikelihood,
    aic: deviance + 2 * parameters,
    bic: deviance + parameters * Math.log(observations),
    aicCorrected: deviance + (2 * parameters * n) / (n - parameters - 1),
  };
}
