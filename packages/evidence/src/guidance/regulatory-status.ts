import { type Check, verify } from "../checks/check.ts";
import { matching, oneOf, text } from "../checks/scalars.ts";
import { list, nullable, record, withRules } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { requireSources, type Source, sourceCheck } from "../trials/fact.ts";
import { type Status, statuses } from "../trials/vocabulary.ts";

/** Where a product stands in one jurisdiction, as far as it was found. No entry approves use in anxiety, OCD or PTSD. */
export interface RegulatoryStatus {
  readonly id: string;
  readonly product: "ketamine injection" | "esketamine nasal spray" | "compounded ketamine";
  readonly jurisdiction: "US" | "EU" | "UK" | "AU" | "NZ" | "CA";
  readonly standing: "approved-for-other-use" | "not-approved" | "not-found";
  readonly text: string;
  /** Of the decision or notice. */
  readonly date: string | null;
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly note?: string;
}

const shape = record<RegulatoryStatus>(
  {
    id: matching(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens"),
    product: oneOf(["ketamine injection", "esketamine nasal spray", "compounded ketamine"]),
    jurisdiction: oneOf(["US", "EU", "UK", "AU", "NZ", "CA"]),
    standing: oneOf(["approved-for-other-use", "not-approved", "not-found"]),
    text,
    date: nullable(text),
    status: oneOf(statuses),
    sources: list(sourceCheck),
  },
  { note: text },
);

const check: Check<RegulatoryStatus> = withRules(shape, requireSources);

/** Status of each product in each jurisdiction that was looked at. @throws EvidenceError `evidence-data-invalid` */
export function loadRegulatoryStatus(): readonly RegulatoryStatus[] {
  const attempted = "read the regulatory status data/regulatory.json";
  return verify(list(check), embedded.regulatory, { code: "evidence-data-invalid", attempted });
}
