import { type Check, verify } from "../checks/check.ts";
import { matching, number, oneOf, text } from "../checks/scalars.ts";
import { list, record } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { type Route, routes } from "../trials/vocabulary.ts";

/** One question with a yes-or-no answer, the rule it comes from and the finding a yes gives. */
export interface ScreenItem {
  readonly id: string;
  readonly group: "conditions" | "medicines";
  readonly rule: number;
  readonly level: "contraindication" | "trial-exclusion" | "caution" | "interaction";
  /** The question, for a clinician to ask. */
  readonly asks: string;
  readonly whenYes: string;
  /** Asked only when one of these routes, or no route yet, is under discussion. */
  readonly onlyRoutes?: readonly Route[];
}

const check: Check<ScreenItem> = record<ScreenItem>(
  {
    id: matching(/^[a-z]+(_[a-z]+)*$/, "words joined by underscores"),
    group: oneOf(["conditions", "medicines"]),
    rule: number({ min: 1, whole: true }),
    level: oneOf(["contraindication", "trial-exclusion", "caution", "interaction"]),
    asks: text,
    whenYes: text,
  },
  { onlyRoutes: list(oneOf(routes)) },
);

let loaded: readonly ScreenItem[] | undefined;

/** The questions of the screen: the closed vocabulary of `conditions` and `medicines`. @throws EvidenceError `evidence-data-invalid` */
export function loadScreenItems(): readonly ScreenItem[] {
  const attempted = "read the questions of the screen data/screen-items.json";
  loaded ??= verify(list(check), embedded["screen-items"], { code: "evidence-data-invalid", attempted });
  return loaded;
}
