import { normalQuantile, studentT } from "@kinetamine/numerics";
import type { Estimate } from "./estimate.ts";
import { requireAll } from "./require-value.ts";

/** The reference distribution behind a printed interval or p-value: normal, or Student's t on these degrees of freedom. */
export type Reference = "normal" | { readonly degreesOfFreedom: number };

/** A printed estimate with one statement of its precision. */
export type ReportedEstimate = { readonly estimate: number } & (
  | { readonly standardError: number }
  | { readonly low: number; readonly high: number; readonly level?: number; readonly reference?: Reference }
  | { readonly pValue: number; readonly reference?: Reference }
);

/**
 * An effect taken as printed, its standard error recovered from a confidence interval or two-sided p-value where need be.
 * An interval must be symmetric on the scale given: pass logarithms for ratios. A recovered p-value is only as exact as it was printed.
 * @param reported estimate with a standard error, an interval (level 0.95 unless given) or a p-value
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Cochrane Handbook 6.5, sections 6.3 and 6.5.2.
 */
export function reportedEstimate(reported: ReportedEstimate): Estimate {
  requireAll("use a reported estimate", [
    [Number.isFinite(reported.estimate), "estimate", reported.estimate, "a finite number"],
  ]);
  return { effect: reported.estimate, variance: standardErrorOf(reported) ** 2 };
}

function standardErrorOf(reported: ReportedEstimate): number {
  if ("standardError" in reported) {
    const { standardError } = reported;
    requireAll("use a reported standard error", [
      [standardError > 0 && Number.isFinite(standardError), "standardError", standardError, "a finite number above 0"],
    ]);
    return standardError;
  }
  if ("low" in reported) return fromInterval(reported);
  const { estimate, pValue, reference = "normal" } = reported;
  requireAll("recover a standard error from a p-value", [
    [pValue > 0 && pValue < 1, "pValue", pValue, "between 0 and 1"],
    [estimate !== 0, "estimate", estimate, "different from 0"],
  ]);
  return Math.abs(estimate) / criticalValue(pValue, reference);
}

function fromInterval(reported: Extract<ReportedEstimate, { low: number }>): number {
  const { estimate, low, high, level = 0.95, reference = "normal" } = reported;
  const width = high - low;
  const skew = Math.abs((low + high) / 2 - estimate);
  requireAll("recover a standard error from an interval", [
    [level > 0 && level < 1, "level", level, "between 0 and 1"],
    [width > 0, "high", high, `above low, ${low}`],
    // Rounding of printed limits moves the middle a little; a tenth of the width is an interval on another scale.
    [skew <= 0.1 * width, "estimate", estimate, `near the middle of ${low} to ${high}; take logarithms of ratios`],
  ]);
  return width / (2 * criticalValue(1 - level, reference));
}

/** The value a statistic exceeds in size with this two-sided probability. */
export function criticalValue(twoSided: number, reference: Reference): number {
  return reference === "normal"
    ? -normalQuantile(twoSided / 2)
    : studentT(reference.degreesOfFreedom).upperQuantile(twoSided / 2);
}
