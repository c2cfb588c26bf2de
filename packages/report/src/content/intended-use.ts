import type { PlannedRegimen } from "@kinetamine/design";
import { regulatoryStatements } from "../regulatory-status.ts";
import type { Block } from "./block.ts";

/** The intended use in one sentence, the same everywhere. */
export const intendedUse =
  "For research, teaching and trial design; not for diagnosing, treating or dosing an individual.";

/** The banners that stand above everything else: what the report is for, and that the use is off-label. */
export function standingBanners(regimens: readonly PlannedRegimen[]): Block[] {
  const drugs = new Set(regimens.flatMap((regimen) => regimen.doses.map((dose) => dose.drug)));
  const statements = regulatoryStatements().filter((statement) => statement.drugs.some((drug) => drugs.has(drug)));
  return [
    { kind: "banner", tone: "note", title: "Intended use", blocks: [{ kind: "paragraph", content: [intendedUse] }] },
    {
      kind: "banner",
      tone: "caution",
      title: "Off-label use",
      blocks: statements.map((statement) => ({
        kind: "paragraph",
        content: [statement.text, ...statement.sources.map((key) => ({ kind: "cite", key }) as const)],
      })),
    },
  ];
}
