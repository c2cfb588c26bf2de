import { figureTable } from "../content/figure-table.ts";
import { narrowWidth, renderFigure } from "../drawing/render-figure.ts";
import type { FigureSpec } from "../figures/figure-spec.ts";
import { type Html, html, trustedHtml } from "./html-text.ts";
import { tableHtml } from "./table-html.ts";

/**
 * Writes a figure: the picture in a wide and a narrow layout, of which the page shows one, its caption, and its data.
 *
 * @param figure what to show
 * @param document a DOM to draw with
 */
export function figureHtml(figure: FigureSpec, document: Document): Html {
  const number = Number(figure.id.slice(1));
  return html`<figure id="${figure.id}">
<div class="wide">${trustedHtml(renderFigure(figure, document))}</div>
<div class="narrow">${trustedHtml(renderFigure(figure, document, { width: narrowWidth }))}</div>
<figcaption><strong>Figure ${number}. ${figure.title}.</strong> ${figure.caption}</figcaption>
<details><summary>Data behind figure ${number}</summary>
<p>${figure.alt}</p>
${tableHtml(figureTable(figure), () => 0)}</details>
</figure>
`;
}
