import { log } from "@kinetamine/numerics";
import { SimulationError } from "./simulation-error.ts";

/** How much of a drug a sampled course shows, and when. */
export interface Exposure {
  /** Largest sampled value [unit of the values]. */
  readonly cmax: number;
  /** Time of the first sample with that value [h]. */
  readonly tmax: number;
  /** Area under the curve from the first to the last sample [unit of the values times h]. */
  readonly auc: number;
}

function requireCurve(times: ArrayLike<number>, values: ArrayLike<number>): void {
  if (times.length !== values.length || times.length === 0) {
    throw new SimulationError(
      "E-CURVE",
      "values",
      `Cannot summarise ${values.length} values at ${times.length} times: equally many needed, at least 1`,
    );
  }
  for (let i = 1; i < times.length; i++) {
    if (times[i]! > times[i - 1]!) continue;
    throw new SimulationError(
      "E-CURVE",
      `times[${i}]`,
      `Cannot summarise a curve that goes from ${times[i - 1]} h to ${times[i]} h: increasing times needed`,
    );
  }
}

/** Mean height between two samples: the logarithmic mean while the curve falls with both ends positive, else the arithmetic one. */
function meanHeight(before: number, after: number): number {
  if (!(before > after && after > 0)) return (before + after) / 2;
  const ratio = before / after;
  // Close to 1 the logarithmic mean is 0/0; the arithmetic one then differs by (ratio - 1)^2 / 12 of it.
  return ratio < 1 + 1e-7 ? (before + after) / 2 : (before - after) / log(ratio);
}

/**
 * Area under a sampled curve from the first to the last sample.
 *
 * Linear trapezoids while the curve rises, logarithmic while it falls ("linear-up log-down", exact for a mono-exponential
 * decline; Gabrielsson and Weiner, Pharmacokinetic and Pharmacodynamic Data Analysis, 5th ed., section 2.8). Nothing is
 * extrapolated before the first or beyond the last sample.
 *
 * @param times increasing [h]
 * @param values equally many; one NaN makes the result NaN
 * @returns [unit of the values times h]
 * @throws SimulationError `E-CURVE`
 * @example
 * areaUnderCurve([0, 1, 2], [0, 2, 1]) // => 2.4426950408889634
 */
export function areaUnderCurve(times: ArrayLike<number>, values: ArrayLike<number>): number {
  requireCurve(times, values);
  let area = 0;
  for (let i = 1; i < times.length; i++) area += meanHeight(values[i - 1]!, values[i]!) * (times[i]! - times[i - 1]!);
  return area;
}

/**
 * Peak, its time and the area under a sampled curve; see `areaUnderCurve` for the rule of the area.
 *
 * The peak is the largest sample, not an interpolation: it is as good as the sampling times are dense. One NaN makes all three NaN.
 *
 * @throws SimulationError `E-CURVE`
 */
export function summariseExposure(times: ArrayLike<number>, values: ArrayLike<number>): Exposure {
  requireCurve(times, values);
  const auc = areaUnderCurve(times, values);
  if (Number.isNaN(auc)) return { cmax: Number.NaN, tmax: Number.NaN, auc };
  let peak = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[peak]!) peak = i;
  return { cmax: values[peak]!, tmax: times[peak]!, auc };
}
