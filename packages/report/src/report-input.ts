import type { PlannedDose, RunResult, RunSummary } from "@kinetamine/design";

/** A published value that can stand beside a simulated course. */
export interface ObservedPoint {
  /** From the start of the session [h]. */
  readonly time_h: number;
  readonly value: number;
  /** Ends of the published range or interval; NaN where none was printed. */
  readonly low: number;
  readonly high: number;
}

/** Published values of one output after one administration, in the unit of that output. */
export interface ObservedSeries {
  readonly id: string;
  /** Short name printed beside the points, e.g. `Zarate 2006, mean`. */
  readonly label: string;
  /** Name of the model output the values belong to. */
  readonly output: string;
  readonly administration: Pick<PlannedDose, "drug" | "route" | "dose" | "duration_h">;
  readonly points: readonly ObservedPoint[];
  /** Key of the reference. */
  readonly source: string;
}

/** A study, label or survey whose doses a plan is compared with: one bar on the studied-range strip. */
export interface StudiedDose {
  /** Short name, e.g. `Taylor 2018`. */
  readonly label: string;
  readonly disorder: string;
  readonly drug: "ketamine" | "esketamine";
  readonly route: string;
  /** Only `controlled`, `open`, `label` and `review` count towards the studied range. */
  readonly kind: string;
  /** Smallest and largest arm, free base. */
  readonly dose?: { readonly low: number; readonly high: number; readonly unit: "mg/kg" | "mg" };
  /** Shortest and longest infusion [min]. */
  readonly infusion_min?: { readonly low: number; readonly high: number };
}

/** A bibliographic record, the part of CSL-JSON that the reference list prints. */
export interface Reference {
  readonly id: string;
  readonly type?: string;
  readonly title: string;
  readonly author?: readonly { readonly family?: string; readonly given?: string; readonly literal?: string }[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly volume?: string | number;
  readonly issue?: string | number;
  readonly page?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  readonly URL?: string;
}

/** What a reader needs to get the same numbers again. */
export interface Reproduction {
  /** The command that made the run, as typed. */
  readonly command: string;
  readonly toolVersion: string;
  /** Names with values, e.g. hashes of files: printed in the given order. */
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

/** Everything a report is made from. The report reads no clock, no files and no network: the same input gives the same bytes. */
export interface ReportInput {
  readonly result: RunResult;
  readonly summary: RunSummary;
  readonly observed: readonly ObservedSeries[];
  readonly studies: readonly StudiedDose[];
  readonly references: readonly Reference[];
  readonly reproduction: Reproduction;
}
