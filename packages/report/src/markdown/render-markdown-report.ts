import { credibilityDocument } from "../content/credibility-document.ts";
import { reportDocument } from "../content/report-document.ts";
import type { ReportInput } from "../report-input.ts";
import { documentMarkdown } from "./document-markdown.ts";

/**
 * Writes the report of a run as Markdown, with figures linked as `figures/Fxx.svg` beside it.
 *
 * @param input as for the HTML report, and with the same contents
 * @returns text for `report.md`
 */
export function renderMarkdownReport(input: ReportInput): string {
  return documentMarkdown(reportDocument(input));
}

/**
 * Writes the credibility record of a run: question, context of use, influence, consequence; what the answer rests on,
 * where it applies, how the run was checked, and what would change the answer.
 *
 * @returns text for `credibility.md`
 */
export function renderCredibilityRecord(input: ReportInput): string {
  return documentMarkdown(credibilityDocument(input));
}
