import type { Check } from "../checks/check.ts";
import { matching, number, oneOf, text } from "../checks/scalars.ts";
import { list, record } from "../checks/structures.ts";
import { type Fact, factCheck } from "./fact.ts";
import { type Disorder, disorders } from "./vocabulary.ts";

/** A measurement scale as the trial records use it. */
export interface Scale {
  readonly id: string;
  readonly name: string;
  /** Range of the total [points]; null where none was read. */
  readonly range: Fact<{ readonly min: number; readonly max: number }>;
  readonly better: "lower" | "higher";
  readonly rater: "clinician" | "self" | "composite" | "device";
  readonly construct: "disorder" | "anxiety" | "depression" | "dissociation" | "haemodynamics" | "general";
  /** Disorders whose symptoms the scale measures, for choosing one scale per trial. */
  readonly disorders: readonly Disorder[];
  /** Preference among the scales of one disorder, 1 first: clinician-rated disorder scales before self-rated, both before general anxiety. */
  readonly preference: number;
  /** What counts as response or remission, as published. */
  readonly thresholds: readonly { readonly meaning: string; readonly fact: Fact<string> }[];
}

const range = record<{ min: number; max: number }>({ min: number(), max: number() }, {});
const threshold = record<Scale["thresholds"][number]>({ meaning: text, fact: factCheck(text) }, {});

/** Schema of one entry of `data/scales.json`. */
export const scaleCheck: Check<Scale> = record<Scale>(
  {
    id: matching(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens"),
    name: text,
    range: factCheck(range),
    better: oneOf(["lower", "higher"]),
    rater: oneOf(["clinician", "self", "composite", "device"]),
    construct: oneOf(["disorder", "anxiety", "depression", "dissociation", "haemodynamics", "general"]),
    disorders: list(oneOf(disorders)),
    preference: number({ min: 1, whole: true }),
    thresholds: list(threshold),
  },
  {},
);
