import type { Block, ReferenceEntry, Tone } from "../content/block.ts";
import { linkTarget } from "../text/link-target.ts";
import { figureHtml } from "./figure-html.ts";
import { type Html, html } from "./html-text.ts";
import { type CitationNumber, contentHtml } from "./inline-html.ts";
import { tableHtml } from "./table-html.ts";

/** What writing a block needs to know beyond the block. */
export interface HtmlContext {
  readonly numberOf: CitationNumber;
  /** A DOM to draw figures with. */
  readonly document: Document;
}

/** What a banner is, in a word, for those who do not see its colour. */
const toneWords: Readonly<Record<Tone, string>> = {
  failure: "Failure",
  warning: "Warning",
  caution: "Caution",
  note: "Note",
};

/** Writes one block with everything inside it. */
export function blockHtml(block: Block, context: HtmlContext): Html {
  const inside = (blocks: readonly Block[]) => blocks.map((child) => blockHtml(child, context));
  switch (block.kind) {
    case "section":
      return html`<section id="${block.id}" aria-labelledby="${block.id}-heading">
<h2 id="${block.id}-heading">${block.title}</h2>
${inside(block.blocks)}</section>
`;
    case "paragraph":
      return html`<p>${contentHtml(block.content, context.numberOf)}</p>
`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${contentHtml(item, context.numberOf)}</li>`)}</ul>
`;
    case "banner":
      return html`<aside class="banner ${block.tone}" aria-label="${toneWords[block.tone]}: ${block.title}">
<p class="title">${toneWords[block.tone]}: ${block.title}</p>
${inside(block.blocks)}</aside>
`;
    case "details":
      return html`<details><summary>${block.summary}</summary>
${inside(block.blocks)}</details>
`;
    case "code":
      return html`<pre tabindex="0"><code>${block.text}</code></pre>
`;
    case "table":
      return tableHtml(block, context.numberOf);
    case "figure":
      return figureHtml(block.figure, context.document);
    case "references":
      return html`<ol class="references">${block.entries.map(referenceHtml)}</ol>
`;
  }
}

function referenceHtml(entry: ReferenceEntry): Html {
  const link =
    entry.href === undefined ? html`` : html` <a href="${linkTarget(entry.href)}" rel="noreferrer">${entry.href}</a>`;
  return html`<li id="ref-${entry.number}">${entry.text}${link}</li>
`;
}
