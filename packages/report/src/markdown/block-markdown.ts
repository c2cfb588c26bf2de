import type { Block, ReferenceEntry, TableBlock, Tone } from "../content/block.ts";
import type { FigureSpec } from "../figures/figure-spec.ts";
import { linkTarget } from "../text/link-target.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { contentMarkdown } from "./inline-markdown.ts";

type NumberOf = (key: string) => number;

const toneWords: Readonly<Record<Tone, string>> = {
  failure: "FAILURE",
  warning: "WARNING",
  caution: "CAUTION",
  note: "NOTE",
};

/** Writes one block with everything inside it, ended by an empty line. */
export function blockMarkdown(block: Block, numberOf: NumberOf): string {
  const inside = (blocks: readonly Block[]) => blocks.map((child) => blockMarkdown(child, numberOf)).join("");
  switch (block.kind) {
    case "section":
      return `## ${escapeMarkdown(block.title)}\n\n${inside(block.blocks)}`;
    case "paragraph":
      return `${contentMarkdown(block.content, numberOf)}\n\n`;
    case "list":
      return `${block.items.map((item) => `- ${contentMarkdown(item, numberOf)}`).join("\n")}\n\n`;
    case "banner":
      return quoted(`**${toneWords[block.tone]}: ${escapeMarkdown(block.title)}**\n\n${inside(block.blocks)}`);
    case "details":
      return inside(block.blocks);
    case "code":
      return `${block.text
        .split("\n")
        .map((line) => `    ${line}`)
        .join("\n")}\n\n`;
    case "table":
      return tableMarkdown(block, numberOf);
    case "figure":
      return figureMarkdown(block.figure);
    case "references":
      return `${block.entries.map(referenceMarkdown).join("\n")}\n\n`;
  }
}

function quoted(text: string): string {
  const lines = text.trimEnd().split("\n");
  return `${lines.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n")}\n\n`;
}

function tableMarkdown(table: TableBlock, numberOf: NumberOf): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = table.rows.map((cells) => line(cells.map((cell) => contentMarkdown(cell, numberOf))));
  return [
    `**${escapeMarkdown(table.caption)}**`,
    "",
    line(table.columns.map((column) => escapeMarkdown(column.header))),
    line(table.columns.map((column) => (column.isNumeric === true ? "---:" : "---"))),
    ...rows,
    "\n",
  ].join("\n");
}

/** The picture and its data stand beside the report, in the folder `figures`. */
function figureMarkdown(figure: FigureSpec): string {
  const number = Number(figure.id.slice(1));
  return [
    `![${escapeMarkdown(figure.alt)}](figures/${figure.id}.svg)`,
    "",
    `**Figure ${number}. ${escapeMarkdown(figure.title)}.** ${escapeMarkdown(figure.caption)} Data: [${figure.id}.csv](figures/${figure.id}.csv).`,
    "\n",
  ].join("\n");
}

function referenceMarkdown(entry: ReferenceEntry): string {
  const link = entry.href === undefined ? "" : ` <${linkTarget(entry.href)}>`;
  return `${entry.number}. ${escapeMarkdown(entry.text)}${link}`;
}
