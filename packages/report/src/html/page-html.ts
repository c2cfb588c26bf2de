import type { Block, Document as ReportDocument } from "../content/block.ts";
import { citedKeys } from "../content/citations.ts";
import { intendedUse } from "../content/intended-use.ts";
import { blockHtml } from "./block-html.ts";
import { type Html, html, trustedHtml } from "./html-text.ts";
import { styleSheet } from "./style-sheet.ts";

/** Nothing is fetched and nothing runs: the page holds its style and pictures, and no script. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * Writes a document as one self-contained HTML page.
 *
 * @param document what to write
 * @param dom a DOM to draw figures with
 * @returns the page, complete with doctype
 */
export function pageHtml(document: ReportDocument, dom: Document): string {
  const keys = citedKeys(document.blocks);
  const context = { numberOf: (key: string) => keys.indexOf(key) + 1, document: dom };
  const isBanner = (block: Block) => block.kind === "banner";
  const banners = document.blocks.filter(isBanner).map((block) => blockHtml(block, context));
  const body = document.blocks.filter((block) => !isBanner(block)).map((block) => blockHtml(block, context));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${document.title}</title>
<style>${trustedHtml(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<h1>${document.title}</h1>
<p class="subtitle">${document.subtitle}</p>
</header>
<main id="main">
${banners}${contents(document.blocks)}${body}</main>
<footer><p>${intendedUse}</p></footer>
</body>
</html>
`.html;
}

function contents(blocks: readonly Block[]): Html {
  const items = blocks.map((block) =>
    block.kind === "section" ? html`<li><a href="#${block.id}">${block.title}</a></li>` : html``,
  );
  return html`<nav aria-label="Contents"><ul>${items}</ul></nav>
`;
}
