import { continuousOnPositive } from "./continuous-on-positive.ts";
import type { Distribution } from "./distribution.ts";
import { type BetaShapes, incompleteBeta } from "./incomplete-beta.ts";
import { invertTail } from "./invert-tail.ts";
import { requireNumber, requirePositive } from "./require-domain.ts";
import { binomialKernel } from "./saddle-point.ts";

/**
 * The beta distribution on [0, 1] with mean a / (a + b).
 * Tails and quantiles have relative error below 1e-12 for shapes from 1e-3 to 1e5; a quantile that rounds to 1 is returned as 1.
 * @param shapes a and b, above 0
 * @throws NumericsError `E-PARAMETER` when a shape is not finite and above 0
 * Source: Abramowitz & Stegun 1964, 26.5.
 */
export function betaDistribution(shapes: BetaShapes): Distribution {
  const { a, b } = shapes;
  requirePositive(a, "shape a");
  requirePositive(b, "shape b");
  const tails = (x: number) => incompleteBeta(shapes, { x, y: 1 - x });
  const density = (x: number): number => {
    requireNumber(x);
    if (x < 0 || x > 1) return 0;
    if (x === 0) return endDensity(a, b);
    if (x === 1) return endDensity(b, a);
    return betaDensity(shapes, x, 1 - x);
  };
  const invert = (probability: number, direction: 1 | -1): number => {
    // A quantile above 1/2 is found as a distance from 1, where the digits are.
    const atHalf = tails(0.5);
    const isBelowHalf = direction === 1 ? atHalf.lower >= probability : atHalf.upper <= probability;
    return isBelowHalf
      ? fromZero(shapes, probability, direction)
      : 1 - fromZero(mirror(shapes), probability, direction === 1 ? -1 : 1);
  };
  return { density, ...continuousOnPositive({ tails, invert, end: 1 }) };
}

function mirror({ a, b }: BetaShapes): BetaShapes {
  return { a: b, b: a };
}

/** The quantile, known to lie in (0, 1/2], with relative accuracy. */
function fromZero(shapes: BetaShapes, probability: number, direction: 1 | -1): number {
  const tails = (x: number) => incompleteBeta(shapes, { x, y: 1 - x });
  return invertTail({
    probability,
    tail: (x) => (direction === 1 ? tails(x).lower : tails(x).upper),
    density: (x) => betaDensity(shapes, x, 1 - x),
    direction,
    start: Math.min(shapes.a / (shapes.a + shapes.b), 0.5),
    end: 0.5,
  });
}

/** x^(a-1) y^(b-1) / B(a, b) inside the interval. */
function betaDensity({ a, b }: BetaShapes, x: number, y: number): number {
  return (binomialKernel({ successes: a, failures: b, p: x, q: y }) * a * b) / ((a + b) * x * y);
}

function endDensity(near: number, far: number): number {
  if (near < 1) return Number.POSITIVE_INFINITY;
  return near === 1 ? far : 0;
}
