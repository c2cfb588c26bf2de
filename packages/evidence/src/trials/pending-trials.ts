import { type Check, verify } from "../checks/check.ts";
import { count, matching, oneOf, text } from "../checks/scalars.ts";
import { list, nullable, record, withRules } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { requireSources, type Source, sourceCheck } from "./fact.ts";
import { type Disorder, disorders, type Status, statuses } from "./vocabulary.ts";

/** A trial whose results were not out when it was read: a prospective test for predictions made before. */
export interface PendingTrial {
  readonly id: string;
  readonly label: string;
  readonly registration: string | null;
  readonly what: string;
  readonly disorder: Disorder;
  readonly design: string;
  /** People planned. */
  readonly planned: number;
  readonly standing: string;
  readonly status: Status;
  readonly sources: readonly Source[];
}

const shape = record<PendingTrial>(
  {
    id: matching(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens"),
    label: text,
    registration: nullable(text),
    what: text,
    disorder: oneOf(disorders),
    design: text,
    planned: count,
    standing: text,
    status: oneOf(statuses),
    sources: list(sourceCheck),
  },
  {},
);

const check: Check<PendingTrial> = withRules(shape, requireSources);

/** Trials still to report. @throws EvidenceError `evidence-data-invalid` */
export function loadPendingTrials(): readonly PendingTrial[] {
  const attempted = "read the pending trials data/pending-trials.json";
  return verify(list(check), embedded["pending-trials"], { code: "evidence-data-invalid", attempted });
}
