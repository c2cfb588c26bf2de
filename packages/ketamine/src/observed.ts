import { embedded } from "./embedded.generated.ts";
import { list, number, oneOf, optional, positive, record, text } from "./readers.ts";
import { type Sourced, sourced } from "./source.ts";

/** What was given in a study. */
export interface ObservedAdministration {
  readonly drug: "ketamine" | "esketamine";
  readonly route: "iv" | "intranasal" | "im" | "sc" | "po";
  /** Free base, one session. */
  readonly dose: { readonly value: number; readonly unit: "mg/kg" | "mg" };
  /** 0 unless infused [h]. */
  readonly duration_h: number;
  readonly device?: { readonly strength_mg: number; readonly count: number; readonly gap_h: number };
  /** Infusion steps, one after the other, when the rate changed. */
  readonly steps?: readonly { readonly rate: number; readonly unit: "mg/kg/h"; readonly duration_h: number }[];
  readonly note?: string;
}

/** One published value. */
export interface ObservedPoint {
  /** From the start of the session; of a peak whose time was not printed, a time near it [h]. */
  readonly time_h: number;
  readonly value: number;
  /** Ends of the interval that `spread` names. */
  readonly low?: number;
  readonly high?: number;
}

/** Published values of one output after one administration, to lay over simulated courses. */
export interface ObservedSeries extends Sourced {
  readonly id: string;
  readonly label: string;
  /** Name of a model output, or `response` for shares of responders. */
  readonly output: string;
  readonly unit: string;
  /** `concentration` and `value` lie on the course itself; a `peak` on its maximum; an `area` ends at the point's time; a `change` counts from the start; a `difference` from the control group. */
  readonly quantity: "concentration" | "peak" | "area" | "value" | "change" | "difference";
  readonly statistic: "mean" | "median" | "geometric mean" | "range" | "model" | "proportion";
  readonly administration: ObservedAdministration;
  readonly population: string;
  /** People behind the values. */
  readonly n?: number;
  /** Where blood was drawn. */
  readonly site?: "venous" | "arterial";
  readonly spread?: string;
  readonly points: readonly ObservedPoint[];
  readonly readingError?: string;
}

const readAdministration = record<ObservedAdministration>({
  drug: oneOf(["ketamine", "esketamine"]),
  route: oneOf(["iv", "intranasal", "im", "sc", "po"]),
  dose: record<ObservedAdministration["dose"]>({ value: positive, unit: oneOf(["mg/kg", "mg"]) }),
  duration_h: number,
  device: optional(
    record<NonNullable<ObservedAdministration["device"]>>({ strength_mg: positive, count: positive, gap_h: positive }),
  ),
  steps: optional(
    list(
      record<NonNullable<ObservedAdministration["steps"]>[number]>({
        rate: positive,
        unit: oneOf(["mg/kg/h"]),
        duration_h: positive,
      }),
    ),
  ),
  note: optional(text),
});

const readSeries = list(
  record<ObservedSeries>({
    id: text,
    label: text,
    output: text,
    unit: text,
    quantity: oneOf(["concentration", "peak", "area", "value", "change", "difference"]),
    statistic: oneOf(["mean", "median", "geometric mean", "range", "model", "proportion"]),
    administration: readAdministration,
    population: text,
    n: optional(positive),
    site: optional(oneOf(["venous", "arterial"])),
    spread: optional(text),
    points: list(
      record<ObservedPoint>({ time_h: number, value: number, low: optional(number), high: optional(number) }),
      1,
    ),
    readingError: optional(text),
    ...sourced,
  }),
);

/** Published observations, each with its source, status, site of sampling and dose. */
export const observedSeries: readonly ObservedSeries[] = Object.entries(
  embedded.observed as Readonly<Record<string, unknown>>,
).flatMap(([file, content]) => readSeries(content, `observed/${file}`));
