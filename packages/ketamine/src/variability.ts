import type { Variability } from "@kinetamine/engine";
import { embedded } from "./embedded.generated.ts";
import { KetamineError } from "./ketamine-error.ts";
import type { ParameterRecord } from "./parameter-record.ts";
import { list, number, record, text } from "./readers.ts";
import { type Sourced, sourced } from "./source.ts";

/** Correlation of two random effects. */
export interface EtaCorrelation extends Sourced {
  readonly etas: readonly string[];
  readonly correlation: number;
}

/** Correlations between random effects; pairs not listed are independent. */
export const etaCorrelations: readonly EtaCorrelation[] = list(
  record<EtaCorrelation>({
    etas: list(text, 2),
    correlation: number,
    ...sourced,
  }),
)(embedded.correlations, "correlations");

/**
 * The joint distribution of all random effects that the records name.
 *
 * @returns etas in the order in which the records first name them
 * @throws KetamineError `ketamine-data-invalid` when two records give one eta different spreads, or a correlation names
 *   an eta that no record has
 */
export function etaDistribution(
  records: readonly ParameterRecord[],
  correlations: readonly EtaCorrelation[],
): Variability {
  const omegas = collectOmegas(records);
  const etas = [...omegas.keys()];
  const covariance = etas.map((row) => etas.map((column) => (row === column ? omegas.get(row)! ** 2 : 0)));
  correlations.forEach(({ etas: [first, second], correlation }, index) => {
    const i = etas.indexOf(first!);
    const j = etas.indexOf(second!);
    if (i < 0 || j < 0) {
      const message = `Cannot correlate ${first} with ${second}: random effects of some parameter needed`;
      throw new KetamineError("ketamine-data-invalid", `correlations[${index}]`, message);
    }
    covariance[i]![j] = covariance[j]![i] = correlation * omegas.get(first!)! * omegas.get(second!)!;
  });
  return { etas, covariance };
}

function collectOmegas(records: readonly ParameterRecord[]): ReadonlyMap<string, number> {
  const omegas = new Map<string, number>();
  for (const { name, variability } of records) {
    if (variability === undefined) continue;
    const { eta, omega } = variability;
    const known = omegas.get(eta) ?? omega;
    if (known !== omega) {
      const message = `Cannot give ${eta} the spread ${omega} beside ${known}: one spread for all its parameters needed`;
      throw new KetamineError("ketamine-data-invalid", `${name}.variability.omega`, message);
    }
    omegas.set(eta, omega);
  }
  return omegas;
}
