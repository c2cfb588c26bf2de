import { embedded } from "./embedded.generated.ts";
import { type ParameterRecord, readParameterRecords } from "./parameter-record.ts";

const files = embedded.parameters as Readonly<Record<string, unknown>>;

/** Parameters of the model text that no disorder sets, in order of the chain from dose to score. */
export const modelParameters: readonly ParameterRecord[] = [
  "pharmacokinetics",
  "receptors",
  "plasticity",
  "tolerability",
  "symptoms",
].flatMap((file) => readParameterRecords(files[file], `parameters/${file}`));

/** Parameters that turn an administration into doses; the model text does not read them. */
export const dosingParameters: readonly ParameterRecord[] = readParameterRecords(embedded.dosing, "dosing");

/** Proportional residual errors of measured concentrations [1]; for simulated measurements, not part of the model text. */
export const residualErrors: readonly ParameterRecord[] = readParameterRecords(
  embedded["residual-error"],
  "residual-error",
);

/** The typical values by name, each in its record's unit. */
export function typicalValues(records: readonly ParameterRecord[]): Readonly<Record<string, number>> {
  return Object.fromEntries(records.map(({ name, value }) => [name, value]));
}
