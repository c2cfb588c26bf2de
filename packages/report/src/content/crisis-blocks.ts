import { crisisLines } from "../crisis-lines.ts";
import type { Block } from "./block.ts";

/** Where to turn in a crisis: shown always, quietly, whatever the report says. */
export function crisisBlocks(): Block[] {
  const { lines, reviewed } = crisisLines();
  return [
    {
      kind: "paragraph",
      content: [
        "Help is there at any hour, and reaching out makes a difference. In a crisis, or worried about somebody:",
      ],
    },
    {
      kind: "list",
      items: lines.map((line) => [`${line.locale}: ${line.name}, `, { kind: "strong", text: line.contact }]),
    },
    { kind: "paragraph", content: [`Numbers last checked on ${reviewed}.`] },
  ];
}
