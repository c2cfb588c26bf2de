import { mean, standardDeviation } from "@kinetamine/numerics";
import type { ContrastRow } from "../run-types.ts";
import type { MeasuredEndpoint } from "./endpoints.ts";
import { sortedNumbers, spreadOf } from "./spread.ts";

/**
 * Paired differences of each later regimen from the first one, endpoint by endpoint.
 *
 * The same virtual patient stands under both regimens, so differences between patients cancel. The standard error shrinks
 * with the number of virtual patients and says nothing about the truth of the model; the quantiles say how the difference
 * varies between virtual patients; the parameter interval, how it moves in the typical patient under redrawn parameters.
 * @param endpoints as measured, all regimens
 * @returns rows for endpoints that both regimens have, later minus first
 */
export function contrastsOf(endpoints: readonly MeasuredEndpoint[]): readonly ContrastRow[] {
  const reference = endpoints[0]?.regimen;
  const references = endpoints.filter((endpoint) => endpoint.regimen === reference);
  return endpoints
    .filter((endpoint) => endpoint.regimen !== reference)
    .flatMap((later) => {
      const first = references.find((endpoint) => endpoint.definition.id === later.definition.id);
      return first === undefined ? [] : [contrastRow(first, later)];
    });
}

function contrastRow(first: MeasuredEndpoint, later: MeasuredEndpoint): ContrastRow {
  const differences = sortedNumbers(pairedDifferences(first.subjects, later.subjects));
  const draws = sortedNumbers(pairedDifferences(first.draws, later.draws));
  const { q05, q50, q95 } = spreadOf(differences);
  const parameters = spreadOf(draws);
  const n = differences.length;
  return {
    endpoint: later.definition.id,
    label: later.definition.label,
    unit: later.definition.unit,
    from: first.regimen,
    to: later.regimen,
    mean: n > 0 ? mean(differences) : Number.NaN,
    meanError: n > 1 ? standardDeviation(differences) / Math.sqrt(n) : Number.NaN,
    q05,
    q50,
    q95,
    relative: relativeDifference(first.subjects, later.subjects),
    parameter05: parameters.q05,
    parameter95: parameters.q95,
  };
}

/** Later minus first; NaN where either course failed. */
function pairedDifferences(first: Float64Array, later: Float64Array): Float64Array {
  return later.map((value, index) => value - (first[index] ?? Number.NaN));
}

/** Ratio of the means minus 1 over pairs in which neither course failed; NaN where the first mean is 0. */
function relativeDifference(first: Float64Array, later: Float64Array): number {
  const isPair = (_: number, index: number) =>
    !Number.isNaN((first[index] ?? Number.NaN) + (later[index] ?? Number.NaN));
  const a = first.filter(isPair);
  const b = later.filter(isPair);
  if (a.length === 0 || mean(a) === 0) return Number.NaN;
  return mean(b) / mean(a) - 1;
}
