import { bibtex, loadReferences, metaforScript, ris } from "@kinetamine/evidence";
import { createFigureDocument } from "../drawing/figure-document.ts";
import { renderFigure } from "../drawing/render-figure.ts";
import { pageHtml } from "../html/page-html.ts";
import { documentMarkdown } from "../markdown/document-markdown.ts";
import { figureCsv } from "../table/figure-csv.ts";
import { effectsCsv } from "./effects-table.ts";
import { evidenceDocument } from "./evidence-document.ts";
import { askAll, type EvidenceQuestion } from "./evidence-question.ts";
import { questionFigures } from "./question-figures.ts";

/** A file of the evidence report. */
export interface EvidenceFile {
  /** Below the folder of the report, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Everything the evidence report consists of: the page, the same as Markdown, figures with their data, all effects, the scripts that repeat
 * each analysis with metafor, and the bibliography. The same records give the same bytes.
 */
export function evidenceFiles(): readonly EvidenceFile[] {
  const questions = askAll();
  const figures = questionFigures(questions);
  const document = evidenceDocument(questions, figures);
  const dom = createFigureDocument();
  const drawn = figures.flatMap(({ forest, funnel }) => [forest, ...(funnel === undefined ? [] : [funnel])]);
  return [
    { path: "report.html", text: pageHtml(document, dom) },
    { path: "report.md", text: documentMarkdown(document) },
    { path: "data/effects.csv", text: effectsCsv(questions) },
    ...drawn.flatMap((figure) => [
      { path: `figures/${figure.id}.svg`, text: renderFigure(figure, dom, { standalone: true }) },
      { path: `figures/${figure.id}.csv`, text: figureCsv(figure) },
    ]),
    ...questions.flatMap(scriptOf),
    { path: "references.bib", text: evidenceExport("bibtex") },
    { path: "references.ris", text: evidenceExport("ris") },
  ];
}

function scriptOf({ id, title, answer }: EvidenceQuestion): readonly EvidenceFile[] {
  if (answer.pooled === undefined) return [];
  const { options } = answer.pooled;
  return [{ path: `metafor/${id}.R`, text: metaforScript({ title, effects: answer.studies, options }) }];
}

/** Forms in which the evidence is given to other programs. */
export type EvidenceFormat = "bibtex" | "ris" | "csv" | "metafor";

const writers: Readonly<Record<EvidenceFormat, () => string>> = {
  bibtex: () => bibtex([...loadReferences().values()]),
  ris: () => ris([...loadReferences().values()]),
  csv: () => effectsCsv(askAll()),
  metafor: () =>
    askAll()
      .flatMap(scriptOf)
      .map(({ text }) => text)
      .join("\n"),
};

/** The bibliography, all effects, or the scripts that repeat every analysis, as text for another program. */
export function evidenceExport(format: EvidenceFormat): string {
  return writers[format]();
}
