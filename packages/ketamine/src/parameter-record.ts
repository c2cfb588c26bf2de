import { KetamineError } from "./ketamine-error.ts";
import { list, number, oneOf, optional, positive, type Reader, record, text } from "./readers.ts";
import { readStatus, type Sourced, type Status, sourced } from "./source.ts";

/** Spread between subjects: value x exp(eta) for `lognormal`, the same on the logit scale for `logit`; eta has mean 0. */
export interface ParameterVariability extends Sourced {
  /** Random effect of the model text; parameters that name the same one move together. */
  readonly eta: string;
  readonly distribution: "lognormal" | "logit";
  /** Standard deviation of eta, on the log or logit scale. */
  readonly omega: number;
}

/**
 * What is not known about the typical value.
 *
 * `sd` is on the log scale for `lognormal`, the logit scale for `logit`, the parameter's own for `normal`, and absent for
 * `uniform`. `min` and `max` truncate, in the parameter's unit; `uniform` needs both.
 */
export interface ParameterUncertainty {
  readonly distribution: "lognormal" | "logit" | "normal" | "uniform";
  readonly sd?: number;
  readonly min?: number;
  readonly max?: number;
  readonly status: Status;
  readonly note?: string;
}

/** A typical value with its unit, spread, uncertainty and sources. */
export interface ParameterRecord extends Sourced {
  /** Name in the model text. */
  readonly name: string;
  readonly meaning: string;
  /** UCUM, as the model text uses it. */
  readonly unit: string;
  readonly value: number;
  readonly kind: "parameter";
  /** Whom the value describes, e.g. `70 kg adult`. */
  readonly reference?: string;
  /** On what kind of evidence the step of mechanism rests. */
  readonly certainty?: "human" | "animal" | "hypothesis";
  readonly variability?: ParameterVariability;
  readonly uncertainty?: ParameterUncertainty;
}

const readVariability = record<ParameterVariability>({
  eta: text,
  distribution: oneOf(["lognormal", "logit"]),
  omega: positive,
  ...sourced,
});

const readUncertainty = record<ParameterUncertainty>({
  distribution: oneOf(["lognormal", "logit", "normal", "uniform"]),
  sd: optional(positive),
  min: optional(number),
  max: optional(number),
  status: readStatus,
  note: optional(text),
});

const readRecord = record<ParameterRecord>({
  name: text,
  meaning: text,
  unit: text,
  value: number,
  kind: oneOf(["parameter"]),
  reference: optional(text),
  certainty: optional(oneOf(["human", "animal", "hypothesis"])),
  variability: optional(readVariability),
  uncertainty: optional(readUncertainty),
  ...sourced,
});

/**
 * Reads parameter records and checks that each can be drawn from.
 *
 * @param path names the data in error messages, e.g. `parameters/receptors`
 * @throws KetamineError `ketamine-data-invalid` at the first record that breaks the schema, repeats a name, or has a
 *   spread that its value does not allow
 */
export const readParameterRecords: Reader<readonly ParameterRecord[]> = (value, path) => {
  const records = list(readRecord)(value, path);
  records.forEach((parameter, index) => {
    checkRecord(parameter, `${path}[${index}]`);
    if (records.findIndex(({ name }) => name === parameter.name) < index) {
      refuse(`${path}[${index}].name`, `Cannot use the name ${parameter.name} twice: a name of its own needed`);
    }
  });
  return records;
};

function checkRecord({ value, variability, uncertainty }: ParameterRecord, path: string): void {
  if (variability !== undefined) checkScale(value, variability.distribution, `${path}.variability`);
  if (uncertainty === undefined) return;
  const { distribution, sd, min, max } = uncertainty;
  checkScale(value, distribution, `${path}.uncertainty`);
  if ((distribution === "uniform") === (sd !== undefined)) {
    refuse(
      `${path}.uncertainty`,
      `Cannot draw from ${distribution}: sd needed unless uniform, where it has no meaning`,
    );
  }
  if (distribution === "uniform" && (min === undefined || max === undefined)) {
    refuse(`${path}.uncertainty`, "Cannot draw from uniform: min and max needed");
  }
  if (value < (min ?? value) || value > (max ?? value)) {
    refuse(`${path}.uncertainty`, `Cannot place ${value} outside ${min} to ${max}: a typical value inside needed`);
  }
}

function checkScale(value: number, distribution: ParameterUncertainty["distribution"], path: string): void {
  const fits = distribution === "logit" ? value > 0 && value < 1 : distribution !== "lognormal" || value > 0;
  if (fits) return;
  const required = distribution === "logit" ? "a value between 0 and 1" : "a value above 0";
  refuse(path, `Cannot spread ${value} as ${distribution}: ${required} needed`);
}

function refuse(path: string, message: string): never {
  throw new KetamineError("ketamine-data-invalid", path, message);
}
