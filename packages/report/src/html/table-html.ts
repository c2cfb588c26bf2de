import type { TableBlock } from "../content/block.ts";
import { type Html, html } from "./html-text.ts";
import { type CitationNumber, contentHtml } from "./inline-html.ts";

/** Tables with this many columns may stand out of the text column on a wide page. */
const broad = 5;

/** Writes a table with caption, column headings and a heading in each row; a wide one scrolls by itself and can be reached by keyboard. */
export function tableHtml(table: TableBlock, numberOf: CitationNumber): Html {
  const head = table.columns.map((column) => html`<th scope="col"${numeric(column.isNumeric)}>${column.header}</th>`);
  const rows = table.rows.map(
    (cells) => html`<tr>${cells.map((cell, index) => cellHtml(table, index, contentHtml(cell, numberOf)))}</tr>
`,
  );
  return html`<div class="${table.columns.length < broad ? "table" : "table broad"}" role="region" tabindex="0" aria-label="${table.caption}"><table>
<caption>${table.caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody></table></div>
`;
}

function cellHtml(table: TableBlock, index: number, content: Html): Html {
  return index === 0
    ? html`<th scope="row">${content}</th>`
    : html`<td${numeric(table.columns[index]?.isNumeric)}>${content}</td>`;
}

function numeric(isNumeric: boolean | undefined): Html {
  return isNumeric === true ? html` class="number"` : html``;
}
