import { embeddedData, hasList } from "./embedded-data.ts";

/** Where to turn in a crisis, in one country or everywhere. */
export interface CrisisLine {
  readonly locale: string;
  readonly name: string;
  readonly contact: string;
  /** Where the entry was read. */
  readonly source: string;
}

/** The dated list of crisis lines. */
export interface CrisisLines {
  /** Day of the last check by a person, e.g. `2026-11-23`. */
  readonly reviewed: string;
  readonly lines: readonly CrisisLine[];
}

/** Reads the list. It is shown always and quietly; it never depends on a score. */
export function crisisLines(): CrisisLines {
  return embeddedData("crisis-lines", isCrisisLines);
}

function isCrisisLines(value: unknown): value is CrisisLines {
  return hasList(value, "lines") && /^\d{4}-\d{2}-\d{2}$/.test(String((value as { reviewed?: unknown }).reviewed));
}
