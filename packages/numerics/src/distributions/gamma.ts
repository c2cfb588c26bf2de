import { continuousOnPositive } from "./continuous-on-positive.ts";
import type { Distribution } from "./distribution.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";
import { invertTail } from "./invert-tail.ts";
import { requireNumber, requirePositive } from "./require-domain.ts";
import { poissonKernel } from "./saddle-point.ts";

/**
 * The gamma distribution with mean shape / rate.
 * Tails and quantiles have relative error below 1e-12 for shapes from 1e-3 to 1e5.
 * @param parameters shape above 0; rate above 0, 1 unless given
 * @throws NumericsError `E-PARAMETER` when a parameter is not finite and above 0
 * Source: Abramowitz & Stegun 1964, section 26.4.
 */
export function gammaDistribution(parameters: { readonly shape: number; readonly rate?: number }): Distribution {
  const { shape, rate = 1 } = parameters;
  requirePositive(shape, "shape");
  requirePositive(rate, "rate");
  const tails = (x: number) => incompleteGamma(shape, rate * x);
  const density = (x: number): number => {
    requireNumber(x);
    if (x < 0 || x === Number.POSITIVE_INFINITY) return 0;
    if (x === 0) return shape < 1 ? Number.POSITIVE_INFINITY : shape === 1 ? rate : 0;
    return (poissonKernel(shape, rate * x) * shape) / x;
  };
  const invert = (probability: number, direction: 1 | -1): number =>
    invertTail({
      probability,
      tail: (x) => (direction === 1 ? tails(x).lower : tails(x).upper),
      density,
      direction,
      start: shape / rate,
    });
  return { density, ...continuousOnPositive({ tails, invert }) };
}
