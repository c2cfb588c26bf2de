import { embedded } from "./embedded.generated.ts";
import { list, oneOf, record, text } from "./readers.ts";

/** A quantity of the whole model that can be asked for. */
export interface ModelOutput {
  /** Name in the model text. */
  readonly name: string;
  /** For people, without the unit. */
  readonly label: string;
  readonly unit: string;
  readonly group: "pharmacokinetics" | "mechanism" | "symptoms" | "tolerability";
  /** On what kind of evidence the quantity rests. */
  readonly certainty: "human" | "animal" | "hypothesis";
  /** Why that certainty, in one line. */
  readonly reason: string;
}

/** The catalogue of outputs, in order of the chain from dose to score and side effects. */
export const modelOutputs: readonly ModelOutput[] = list(
  record<ModelOutput>({
    name: text,
    label: text,
    unit: text,
    group: oneOf(["pharmacokinetics", "mechanism", "symptoms", "tolerability"]),
    certainty: oneOf(["human", "animal", "hypothesis"]),
    reason: text,
  }),
)(embedded.outputs, "outputs");
