/** Parameters redrawn from their stated uncertainty, for the band that says how little they are known. */
import { drawIndex } from "@kinetamine/engine";
import type { ParameterRecord } from "@kinetamine/ketamine";
import { exp, log, normalCdf, normalQuantile, type RandomKey, uniform } from "@kinetamine/numerics";
import { randomPurposes } from "./random-purposes.ts";

type Uncertainty = NonNullable<ParameterRecord["uncertainty"]>;

/** A scale on which the uncertainty is normal. */
interface Scale {
  to(value: number): number;
  from(transformed: number): number;
}

const scales: Readonly<Record<"lognormal" | "logit" | "normal", Scale>> = {
  lognormal: { to: log, from: exp },
  logit: { to: (p) => log(p / (1 - p)), from: (x) => 1 / (1 + exp(-x)) },
  normal: { to: (value) => value, from: (value) => value },
};

/**
 * One value of a parameter from its uncertainty, by the inverse distribution function: one uniform number, monotone in it.
 *
 * The record's value is the median (before truncation); `min` and `max` cut the distribution exactly, by rescaling the
 * probability, not by moving draws to the border. A record without uncertainty keeps its value.
 * @param parameter record
 * @param probability between 0 and 1
 * @throws Error when the record's uncertainty is incomplete: no spread, or no bounds for a uniform one
 */
export function quantileOfParameter(parameter: ParameterRecord, probability: number): number {
  const { uncertainty, value } = parameter;
  if (uncertainty === undefined) return value;
  if (uncertainty.distribution === "uniform") {
    const { min, max } = uncertainty;
    if (min === undefined || max === undefined) throw incomplete(parameter, "min and max");
    return min + (max - min) * probability;
  }
  const { sd } = uncertainty;
  if (sd === undefined) throw incomplete(parameter, "sd");
  const scale = scales[uncertainty.distribution];
  const middle = scale.to(value);
  const below = (bound: number | undefined, otherwise: number) =>
    bound === undefined || isBeyondScale(bound, uncertainty) ? otherwise : normalCdf((scale.to(bound) - middle) / sd);
  const low = below(uncertainty.min, 0);
  const high = below(uncertainty.max, 1);
  return scale.from(middle + sd * normalQuantile(low + (high - low) * probability));
}

/** A lower bound of 0 on a log scale, or bounds 0 and 1 on a logit scale, cut nothing off. */
function isBeyondScale(bound: number, { distribution }: Uncertainty): boolean {
  return (distribution === "lognormal" && bound <= 0) || (distribution === "logit" && (bound <= 0 || bound >= 1));
}

function incomplete(parameter: ParameterRecord, missing: string): Error {
  return new Error(`cannot draw ${parameter.name}: its uncertainty has no ${missing}`);
}

/**
 * A set of parameters of one draw. Parameters are drawn independently of each other: correlations between their
 * uncertainties are not known.
 * @param parameters records of the plan
 * @param source key of the run and number of the draw, from 0
 * @returns value by name
 */
export function drawParameters(
  parameters: readonly ParameterRecord[],
  source: { readonly key: RandomKey; readonly draw: number },
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    parameters.map((parameter) => {
      const address = { subject: source.draw, purpose: randomPurposes.parameter, index: drawIndex(parameter.name) };
      return [parameter.name, quantileOfParameter(parameter, uniform(source.key, address))];
    }),
  );
}
