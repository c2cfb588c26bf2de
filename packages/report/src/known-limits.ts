import { embeddedData, hasList } from "./embedded-data.ts";

/** Something the model is known to get wrong or to leave out. */
export interface KnownLimit {
  readonly text: string;
  readonly sources: readonly string[];
}

/** Limits of one part of the chain. */
export interface LimitGroup {
  readonly title: string;
  readonly limits: readonly KnownLimit[];
}

/** Reads the known limits, grouped along the chain. */
export function knownLimits(): readonly LimitGroup[] {
  return embeddedData("known-limits", isLimitFile).groups;
}

/** Reads what, if it were known, could change the answer of a run. */
export function answerChangers(): readonly KnownLimit[] {
  return embeddedData("known-limits", isLimitFile).answerWouldChangeWith;
}

interface LimitFile {
  readonly groups: readonly LimitGroup[];
  readonly answerWouldChangeWith: readonly KnownLimit[];
}

function isLimitFile(value: unknown): value is LimitFile {
  return (
    hasList(value, "groups") &&
    value.groups.every((group) => hasList(group, "limits")) &&
    hasList(value, "answerWouldChangeWith")
  );
}
