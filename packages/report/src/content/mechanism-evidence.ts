import { anxCore } from "@kinetamine/ketamine";
import { mechanismSteps } from "../mechanism-steps.ts";
import { certaintyBadge } from "../text/certainty.ts";
import type { Block } from "./block.ts";

/** What each step of the ladder rests on. */
export function mechanismEvidenceTable(): Block {
  const catalogue = anxCore().outputs;
  return {
    kind: "table",
    caption: "How sure each step of the mechanism is",
    columns: [{ header: "Step" }, { header: "Quantity" }, { header: "Certainty" }, { header: "Why" }],
    rows: mechanismSteps().flatMap((step) =>
      step.outputs.flatMap(({ name }) => {
        const output = catalogue.find((candidate) => candidate.name === name);
        return output === undefined
          ? []
          : [[[step.title], [output.label], [certaintyBadge(output.certainty)], [output.reason]]];
      }),
    ),
  };
}
