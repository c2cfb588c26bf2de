import type { RunResult, RunSummary } from "@kinetamine/design";
import type { ObservedSeries, Reference } from "@kinetamine/ketamine";

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
  /** Published values; only those of the same administration are drawn. */
  readonly observed: readonly ObservedSeries[];
  readonly studies: readonly StudiedDose[];
  /** The works that parameters, observations and studies cite. */
  readonly references: readonly Reference[];
  readonly reproduction: Reproduction;
}
