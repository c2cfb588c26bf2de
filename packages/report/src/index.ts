/** The door of the report: figures from a run, and the run's report as HTML and Markdown. */
export { createFigureDocument } from "./drawing/figure-document.ts";
export { narrowWidth, type RenderOptions, renderFigure, wideWidth } from "./drawing/render-figure.ts";
export { type EvidenceFile, type EvidenceFormat, evidenceExport, evidenceFiles } from "./evidence/evidence-files.ts";
export { type DrawnSynthesis, synthesisFiles } from "./evidence/synthesis-files.ts";
export { figureCatalogue } from "./figures/figure-catalogue.ts";
export { type FigureDefinition, figureFromCsv, figureFromRun } from "./figures/figure-definition.ts";
export type { FigureDrawing, FigureId, FigureSpec, KeyItem, Panel, PointSymbol } from "./figures/figure-spec.ts";
export { runFigures } from "./figures/run-figures.ts";
export {
  type ForbiddenPhrase,
  findForbiddenWording,
  forbiddenPhrases,
  type WordingFinding,
} from "./forbidden-wording.ts";
export { renderHtmlReport } from "./html/render-html-report.ts";
export { renderCredibilityRecord, renderMarkdownReport } from "./markdown/render-markdown-report.ts";
export { ReportError, type ReportErrorCode, reportErrorCodes } from "./report-error.ts";
export type { ReportInput, Reproduction, StudiedDose } from "./report-input.ts";
export type { Cell, Column, Row } from "./table/column.ts";
export { figureCsv } from "./table/figure-csv.ts";
