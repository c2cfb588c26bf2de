import { continuousOnPositive } from "./continuous-on-positive.ts";
import type { Distribution } from "./distribution.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { invertTail } from "./invert-tail.ts";
import { requireNumber, requirePositive } from "./require-domain.ts";
import { binomialKernel } from "./saddle-point.ts";

/**
 * Fisher's F distribution: the ratio of two independent chi-squared variables, each divided by its degrees of freedom.
 * Tails and quantiles have relative error below 1e-12 for degrees of freedom from 1e-2 to 1e5.
 * @param degreesOfFreedom of the numerator and the denominator, above 0, not necessarily whole
 * @throws NumericsError `E-PARAMETER` when degrees of freedom are not finite and above 0
 * Source: Abramowitz & Stegun 1964, 26.6.2.
 */
export function fDistribution(degreesOfFreedom: {
  readonly numerator: number;
  readonly denominator: number;
}): Distribution {
  const { numerator, denominator } = degreesOfFreedom;
  requirePositive(numerator, "numerator degrees of freedom");
  requirePositive(denominator, "denominator degrees of freedom");
  const shapes = { a: numerator / 2, b: denominator / 2 };
  const point = (f: number) => {
    if (f === Number.POSITIVE_INFINITY) return { x: 1, y: 0 };
    const total = numerator * f + denominator;
    return { x: (numerator * f) / total, y: denominator / total };
  };
  const tails = (f: number) => incompleteBeta(shapes, point(f));
  const density = (f: number): number => {
    requireNumber(f);
    if (f < 0 || f === Number.POSITIVE_INFINITY) return 0;
    if (f === 0) return numerator < 2 ? Number.POSITIVE_INFINITY : numerator === 2 ? 1 : 0;
    const { x, y } = point(f);
    const kernel = binomialKernel({ successes: shapes.a, failures: shapes.b, p: x, q: y });
    return (kernel * shapes.a * shapes.b) / ((shapes.a + shapes.b) * f);
  };
  const invert = (probability: number, direction: 1 | -1): number =>
    invertTail({
      probability,
      tail: (f) => (direction === 1 ? tails(f).lower : tails(f).upper),
      density,
      direction,
      start: 1,
    });
  return { density, ...continuousOnPositive({ tails, invert }) };
}
