import { criticalValue } from "./reported-estimate.ts";
import { requireAll } from "./require-value.ts";

/**
 * The standard deviation between people behind the standard error of their mean.
 * @param standardError above 0 [scale points]
 * @param n people
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Cochrane Handbook 6.5, section 6.5.2.2.
 */
export function sdFromStandardError(standardError: number, n: number): number {
  requireAll("turn a standard error into a standard deviation", [
    [standardError > 0, "standardError", standardError, "above 0"],
    [n > 1, "n", n, "more than 1 person"],
  ]);
  return standardError * Math.sqrt(n);
}

/**
 * The standard deviation between people behind a confidence interval of their mean, by Student's t on n - 1 degrees of freedom.
 * @param interval low and high [scale points], level 0.95 unless given
 * @param n people
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Cochrane Handbook 6.5, section 6.5.2.2.
 */
export function sdFromInterval(
  interval: { readonly low: number; readonly high: number; readonly level?: number },
  n: number,
): number {
  const { low, high, level = 0.95 } = interval;
  requireAll("turn an interval into a standard deviation", [
    [high > low, "high", high, `above low, ${low}`],
    [level > 0 && level < 1, "level", level, "between 0 and 1"],
    [n > 1, "n", n, "more than 1 person"],
  ]);
  return (Math.sqrt(n) * (high - low)) / (2 * criticalValue(1 - level, { degreesOfFreedom: n - 1 }));
}
