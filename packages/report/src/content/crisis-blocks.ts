import { loadCrisisInformation } from "@kinetamine/evidence";
import type { Block } from "./block.ts";

/** Where to turn in a crisis: shown always, quietly, whatever the report says. */
export function crisisBlocks(): Block[] {
  const { everywhere, lines, reviewed } = loadCrisisInformation();
  return [
    {
      kind: "paragraph",
      content: ["Help is there at any hour, and reaching out makes a difference.", " ", everywhere],
    },
    {
      kind: "list",
      items: lines.map((line) => [`${line.locale}: ${line.name}, `, { kind: "strong", text: line.contact }]),
    },
    { kind: "paragraph", content: [`Numbers last checked on ${reviewed}.`] },
  ];
}
