import type { Content, Inline } from "../content/block.ts";
import { linkTarget } from "../text/link-target.ts";
import { type Html, html } from "./html-text.ts";

/** Finds the number of a citation key. */
export type CitationNumber = (key: string) => number;

/** Writes a line of content. */
export function contentHtml(content: Content, numberOf: CitationNumber): Html {
  return html`${content.map((inline) => inlineHtml(inline, numberOf))}`;
}

function inlineHtml(inline: Inline, numberOf: CitationNumber): Html {
  if (typeof inline === "string") return html`${inline}`;
  switch (inline.kind) {
    case "strong":
      return html`<strong>${inline.text}</strong>`;
    case "code":
      return html`<code>${inline.text}</code>`;
    case "badge":
      return html`<span class="badge ${inline.tone}">${inline.text}</span>`;
    case "link":
      return html`<a href="${linkTarget(inline.href)}">${inline.text}</a>`;
    case "cite": {
      const number = numberOf(inline.key);
      return html`&nbsp;<a class="cite" href="#ref-${number}" aria-label="reference ${number}">[${number}]</a>`;
    }
  }
}
