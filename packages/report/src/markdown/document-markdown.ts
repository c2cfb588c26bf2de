import type { Document } from "../content/block.ts";
import { citedKeys } from "../content/citations.ts";
import { blockMarkdown } from "./block-markdown.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** Writes a document as Markdown (CommonMark with tables), ended by one line end. */
export function documentMarkdown(document: Document): string {
  const keys = citedKeys(document.blocks);
  const body = document.blocks.map((block) => blockMarkdown(block, (key) => keys.indexOf(key) + 1)).join("");
  return `${`# ${escapeMarkdown(document.title)}\n\n${escapeMarkdown(document.subtitle)}\n\n${body}`.trimEnd()}\n`;
}
