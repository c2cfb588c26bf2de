import { type RunResult, type RunSummary, studiedRange } from "@kinetamine/design";
import { observedSeries, references } from "@kinetamine/ketamine";
import {
  createFigureDocument,
  figureCsv,
  type ReportInput,
  renderCredibilityRecord,
  renderFigure,
  renderHtmlReport,
  renderMarkdownReport,
  runFigures,
} from "@kinetamine/report";
import { tool } from "../tool.ts";

/** A file of the report, its content made when asked for: drawing takes time. */
export interface ReportFile {
  /** Inside the run folder. */
  readonly path: string;
  readonly content: () => string;
}

/**
 * The figures, each with its rows, and the report in both formats. They depend on the run alone: not on the clock, the
 * place or the number of workers.
 * @param run what was simulated, and the command a reader can repeat
 */
export function reportFiles(run: {
  readonly result: RunResult;
  readonly summary: RunSummary;
  readonly commandLine: string;
}): readonly ReportFile[] {
  const { result, summary, commandLine } = run;
  const input: ReportInput = {
    result,
    summary,
    observed: observedSeries,
    studies: studiedRange.studies,
    references,
    reproduction: { command: commandLine, toolVersion: tool.version, details: [] },
  };
  const figures = runFigures(input).flatMap((figure) => [
    {
      path: `figures/${figure.id}.svg`,
      content: () => renderFigure(figure, createFigureDocument(), { standalone: true }),
    },
    { path: `figures/${figure.id}.csv`, content: () => figureCsv(figure) },
  ]);
  return [
    ...figures,
    { path: "report.html", content: () => renderHtmlReport(input) },
    { path: "report.md", content: () => renderMarkdownReport(input) },
    { path: "credibility.md", content: () => renderCredibilityRecord(input) },
  ];
}
