import { chiSquared } from "@kinetamine/numerics";
import { fitAtTauSquared, traceOfP, type WeightedProblem } from "../least-squares/weighted-fit.ts";

/** How far the effects differ beyond sampling error, after any moderators. */
export interface Heterogeneity {
  /** Cochran's Q, or the residual QE of a meta-regression. */
  readonly q: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Share of the variance that is not sampling error [%]. */
  readonly iSquared: number;
  /** Total over sampling variance [1]. */
  readonly hSquared: number;
  /** The sampling variance of a typical study, on which I squared rests [unit of the effect, squared]. */
  readonly typicalVariance: number;
}

/**
 * Q, I squared and H squared.
 * Under random effects I squared is tau squared over tau squared plus the typical sampling variance (Higgins & Thompson 2002,
 * Stat Med 21:1539-1558, equation 9); under a common effect it is (Q - df) / Q, never below 0. I squared is a share, not an amount:
 * precise studies raise it without any more spread.
 * @param tauSquared undefined under a common effect
 */
export function assessHeterogeneity(problem: WeightedProblem, tauSquared: number | undefined): Heterogeneity {
  const degreesOfFreedom = problem.design.rows - problem.design.columns;
  if (degreesOfFreedom === 0)
    return { q: 0, degreesOfFreedom, pValue: 1, iSquared: 0, hSquared: 1, typicalVariance: 0 };
  const fit = fitAtTauSquared(problem, 0);
  const q = fit.residualSum;
  const typicalVariance = degreesOfFreedom / traceOfP(fit);
  const shares =
    tauSquared === undefined
      ? { iSquared: q > 0 ? Math.max(0, (100 * (q - degreesOfFreedom)) / q) : 0, hSquared: q / degreesOfFreedom }
      : sharesAt(tauSquared, typicalVariance);
  return { q, degreesOfFreedom, pValue: chiSquared(degreesOfFreedom).upperTail(q), ...shares, typicalVariance };
}

/** I squared [%] and H squared [1] for a between-study variance. */
export function sharesAt(
  tauSquared: number,
  typicalVariance: number,
): { readonly iSquared: number; readonly hSquared: number } {
  return { iSquared: (100 * tauSquared) / (typicalVariance + tauSquared), hSquared: tauSquared / typicalVariance + 1 };
}
