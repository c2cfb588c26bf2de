import { embedded } from "./embedded.generated.ts";
import { list, number, oneOf, record, text } from "./readers.ts";
import { type Sourced, sourced } from "./source.ts";

/** A property of a subject or a setting of a scenario that the model text reads. */
export interface Covariate extends Sourced {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly kind: "covariate";
  /** Value of the reference subject. */
  readonly default: number;
  /** Least value with data behind it. */
  readonly min: number;
  /** Greatest value with data behind it. */
  readonly max: number;
}

/** Every covariate of the model text. */
export const covariates: readonly Covariate[] = list(
  record<Covariate>({
    name: text,
    meaning: text,
    unit: text,
    kind: oneOf(["covariate"]),
    default: number,
    min: number,
    max: number,
    ...sourced,
  }),
)(embedded.covariates, "covariates");
