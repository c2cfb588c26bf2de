import { reportDocument } from "../content/report-document.ts";
import { createFigureDocument } from "../drawing/figure-document.ts";
import type { ReportInput } from "../report-input.ts";
import { pageHtml } from "./page-html.ts";

/**
 * Writes the report of a run as one self-contained HTML page: no scripts, no remote assets, every text escaped.
 *
 * @param input everything the report is made from; the same input gives the same bytes
 * @returns the page, for `report.html`
 */
export function renderHtmlReport(input: ReportInput): string {
  return pageHtml(reportDocument(input), createFigureDocument());
}
