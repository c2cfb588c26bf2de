import { brent, chiSquared } from "@kinetamine/numerics";
import { EvidenceError } from "../../checks/evidence-error.ts";
import { leastSquares } from "../least-squares/least-squares.ts";
import type { Interval } from "../pooling/coefficient.ts";
import { estimateVariances } from "./estimate-variances.ts";
import type { MultilevelFit } from "./fit-multilevel.ts";

/**
 * The profile likelihood interval of the variance of one level: the values that lower the likelihood, maximised over the other
 * variances, by no more than half a chi-squared quantile on one degree of freedom.
 * @param fit of which no variance was given
 * @param level its name
 * @throws EvidenceError `evidence-synthesis-invalid` for a level the model does not have or whose variance was given
 * Source: Hardy & Thompson 1996, Stat Med 15:619-629; as `confint.rma.mv` of metafor.
 */
export function profileInterval(fit: MultilevelFit, level: string): Interval {
  const index = fit.variances.findIndex((variance) => variance.level === level);
  if (index < 0 || fit.options.variances?.[level] !== undefined)
    throw new EvidenceError("evidence-synthesis-invalid", "put an interval around the variance of a level", [
      {
        path: "level",
        found: level,
        required: `an estimated one of ${fit.variances.map((variance) => variance.level).join(", ")}`,
      },
    ]);
  const { problem, statistics, variances, design, options } = fit;
  const designLogDeterminant = leastSquares(design.matrix, problem.effects).logDeterminant;
  const allowed = chiSquared(1).quantile(options.level) / 2;
  const excess = (value: number): number => {
    const fixed = variances.map(({ level: name }, other) => (other === index ? value : options.variances?.[name]));
    const start = variances.map(({ estimate }) => estimate);
    const { logLikelihood } = estimateVariances(problem, {
      kind: options.estimator,
      designLogDeterminant,
      fixed,
      start,
    });
    return statistics.logLikelihood - logLikelihood - allowed;
  };
  const estimate = variances[index]!.estimate;
  const scale = Math.max(estimate, ...fit.data.effects.map(({ variance }) => variance));
  let high = estimate + scale;
  while (excess(high) < 0) high += 2 * (high - estimate);
  const tolerance = 1e-12 * scale;
  return {
    low: estimate === 0 || excess(0) <= 0 ? 0 : brent(excess, { low: 0, high: estimate, tolerance }),
    high: brent(excess, { low: estimate, high, tolerance }),
  };
}
