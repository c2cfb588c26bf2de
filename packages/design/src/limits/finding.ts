/** Codes of findings: what a reader must know about a plan that can run all the same. */
import type { Finding } from "../run-types.ts";

interface FindingCode {
  readonly level: Finding["level"];
  readonly meaning: string;
}

/** Stable codes with their level and what each one means. */
export const findingCodes = {
  "not-approved": { level: "note", meaning: "The drug is not approved for the disorder of the scenario" },
  "studied-elsewhere": { level: "caution", meaning: "The dose was studied, but not in this disorder by this route" },
  "outside-studied-range": {
    level: "warning",
    meaning: "The dose lies outside everything studied in psychiatric trials",
  },
  "beyond-requested": {
    level: "warning",
    meaning: "Doses beyond the studied range are simulated because this was asked for when the run was started",
  },
  "course-beyond-trials": {
    level: "caution",
    meaning: "The course is longer than any controlled one in this disorder",
  },
  "sessions-close": { level: "caution", meaning: "Sessions follow each other more closely than in trials" },
  "possible-slip": { level: "warning", meaning: "An entry looks like a slip of unit or decimal point" },
  "possible-identifier": { level: "warning", meaning: "A text looks like a date, an address or a record number" },
  "outside-pharmacokinetic-data": {
    level: "caution",
    meaning: "Weights or ages lie outside the people whose data the pharmacokinetic model rests on",
  },
  "without-effect": { level: "caution", meaning: "An entry is recorded but has no effect in the model" },
  "default-used": { level: "note", meaning: "A part of the scenario was left to the defaults of the model" },
  "few-subjects": { level: "note", meaning: "Too few virtual patients for settled outer percentiles" },
} as const satisfies Readonly<Record<string, FindingCode>>;

/** A code listed in {@link findingCodes}. */
export type FindingCodeName = keyof typeof findingCodes;

/** A finding with the level that belongs to its code. */
export function finding(
  code: FindingCodeName,
  about: { readonly path: string; readonly message: string; readonly sources?: readonly string[] },
): Finding {
  return {
    level: findingCodes[code].level,
    code,
    path: about.path,
    message: about.message,
    sources: about.sources ?? [],
  };
}
