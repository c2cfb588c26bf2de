import { type Check, verify } from "../checks/check.ts";
import { text } from "../checks/scalars.ts";
import { list, record } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";

/** Standing texts of the discussion sheet: options in no order, open questions of the field, questions to ask. */
export interface DiscussionTexts {
  readonly options: readonly string[];
  readonly notKnown: readonly string[];
  readonly questions: readonly string[];
}

const check: Check<DiscussionTexts> = record<DiscussionTexts>(
  { options: list(text, { min: 1 }), notKnown: list(text, { min: 1 }), questions: list(text, { min: 1 }) },
  {},
);

/** The standing texts. @throws EvidenceError `evidence-data-invalid` */
export function loadDiscussionTexts(): DiscussionTexts {
  const attempted = "read the texts of the discussion sheet data/discussion.json";
  return verify(check, embedded.discussion, { code: "evidence-data-invalid", attempted });
}
