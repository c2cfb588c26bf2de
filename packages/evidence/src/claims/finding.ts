import type { Check } from "../checks/check.ts";
import { oneOf, text } from "../checks/scalars.ts";
import { join, list, record, withRules } from "../checks/structures.ts";
import { requireSources, type Source, sourceCheck } from "../trials/fact.ts";
import { type Status, statuses } from "../trials/vocabulary.ts";

/** One published finding that bears on a claim or a mechanism link, in our words. */
export interface Finding {
  readonly bears: "for" | "against" | "context";
  readonly says: string;
  readonly status: Status;
  readonly sources: readonly Source[];
}

const shape = record<Finding>(
  { bears: oneOf(["for", "against", "context"]), says: text, status: oneOf(statuses), sources: list(sourceCheck) },
  {},
);

/** Schema of a finding: whatever was read, or is remembered, names its source. */
export const findingCheck: Check<Finding> = withRules(shape, (finding, path, report) => {
  requireSources(finding, path, report);
  if (finding.status === "recalled" && finding.sources.length === 0)
    report({ path: join(path, "sources"), found: "an empty list", required: "the work that is remembered" });
});
