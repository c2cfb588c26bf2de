import { list, oneOf, optional, record, text } from "./readers.ts";

/**
 * How a number came to be known.
 *
 * seen: read in the work itself, its abstract or its register entry; seen-secondary: read in a transcription or review
 * that names the work; recalled: from memory, unverified; derived: arithmetic on numbers seen; calibrated: estimated for
 * this project from data; assumed: chosen, without a source for the value.
 */
export type Status = (typeof statuses)[number];

const statuses = ["seen", "seen-secondary", "recalled", "derived", "calibrated", "assumed"] as const;

/** A work and the place in it that a stranger would look up. */
export interface Source {
  /** Key in the bibliography, e.g. `simons2022`. */
  readonly ref: string;
  /** Table, figure, page or abstract, and the printed value where it differs from the one used. */
  readonly where: string;
  readonly note?: string;
}

/** Anything known from somewhere: how, and where to look. */
export interface Sourced {
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly note?: string;
}

export const readStatus = oneOf(statuses);

export const readSources = list(record<Source>({ ref: text, where: text, note: optional(text) }), 1);

/** Readers of the properties of `Sourced`, to be spread into those of a record. */
export const sourced = { status: readStatus, sources: readSources, note: optional(text) };
