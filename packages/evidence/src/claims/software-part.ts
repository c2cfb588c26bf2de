import type { Check } from "../checks/check.ts";
import { matching, oneOf, text } from "../checks/scalars.ts";
import { record } from "../checks/structures.ts";

/** The part of this software that embodies a claim or a mechanism link. */
export interface SoftwarePart {
  readonly part: string;
  readonly package: "ketamine" | "evidence" | "design";
  /** A command that shows it. */
  readonly command?: string;
}

/** Schema of a software part. */
export const softwarePartCheck: Check<SoftwarePart> = record<SoftwarePart>(
  { part: text, package: oneOf(["ketamine", "evidence", "design"]) },
  { command: matching(/^kinetamine [a-z]+( [a-z]+)?$/, "a command of the kinetamine program") },
);
