import { embedded } from "./embedded.generated.ts";
import { KetamineError } from "./ketamine-error.ts";
import { type ParameterRecord, readParameterRecords } from "./parameter-record.ts";
import { list, number, oneOf, optional, positive, record, text } from "./readers.ts";
import { readSources, type Source, type Sourced, sourced } from "./source.ts";

/** A symptom scale with what counts as response and remission, and whom a scenario starts with unless it says otherwise. */
export interface SymptomScale {
  readonly name: string;
  readonly label: string;
  /** Least and greatest score [points]; the least is the floor of the model's score. */
  readonly min: number;
  readonly max: number;
  /** Response: score lower than baseline by at least this fraction of it. */
  readonly response: Sourced & { readonly fraction: number };
  /** Remission: score of at most this [points]. */
  readonly remission: Sourced & { readonly atMost: number };
  /** Scores before treatment: normal, truncated to min and max [points]. */
  readonly baseline: Sourced & {
    readonly mean: number;
    readonly sd: number;
    readonly min: number;
    readonly max: number;
  };
  /** Standard deviation of repeated ratings of one unchanged person [points]. */
  readonly residual: Sourced & { readonly sd: number };
}

/** Responders and non-responders behind a mean effect; told, not simulated. */
export interface ResponderMixture extends Sourced {
  readonly responderShareMin: number;
  readonly responderShareMax: number;
  readonly responder: number;
  readonly nonResponder: number;
}

/** A disorder: its scales, its own parameters, and the trials they were set to. */
export interface Disorder {
  readonly id: "sad" | "gad" | "ptsd" | "ocd" | "mdd";
  readonly label: string;
  /** The first is the one used when a scenario names none. */
  readonly scales: readonly SymptomScale[];
  /** m_d, w_AC, PLSmax and tau_PLS of the model text. */
  readonly parameters: readonly ParameterRecord[];
  readonly anchor: readonly Source[];
  readonly mixture?: ResponderMixture;
}

const readScale = record<SymptomScale>({
  name: text,
  label: text,
  min: number,
  max: positive,
  response: record<SymptomScale["response"]>({ fraction: positive, ...sourced }),
  remission: record<SymptomScale["remission"]>({ atMost: number, ...sourced }),
  baseline: record<SymptomScale["baseline"]>({ mean: number, sd: positive, min: number, max: positive, ...sourced }),
  residual: record<SymptomScale["residual"]>({ sd: positive, ...sourced }),
});

/** The disorders that the model knows; depression is the reference its drug effect was calibrated in. */
export const disorders: readonly Disorder[] = list(
  record<Disorder>({
    id: oneOf(["sad", "gad", "ptsd", "ocd", "mdd"]),
    label: text,
    scales: list(readScale, 1),
    parameters: readParameterRecords,
    anchor: readSources,
    mixture: optional(
      record<ResponderMixture>({
        responderShareMin: number,
        responderShareMax: number,
        responder: number,
        nonResponder: number,
        ...sourced,
      }),
    ),
  }),
)(embedded.disorders, "disorders");

/**
 * The disorder with this identifier.
 *
 * @throws KetamineError `ketamine-disorder-unknown`
 */
export function findDisorder(id: string): Disorder {
  const found = disorders.find((disorder) => disorder.id === id);
  if (found !== undefined) return found;
  const known = disorders.map((disorder) => disorder.id).join(", ");
  throw new KetamineError("ketamine-disorder-unknown", "disorder", `Cannot find ${id}: one of ${known} needed`);
}
