import type { FigureId, FigureSpec } from "../figures/figure-spec.ts";
import { runFigures } from "../figures/run-figures.ts";
import type { ReportInput } from "../report-input.ts";
import { assumptionBlocks } from "./assumptions.ts";
import { type Block, type Document, paragraph, section } from "./block.ts";
import { citedKeys, referenceEntries } from "./citations.ts";
import { credibilityTable } from "./credibility-blocks.ts";
import { crisisBlocks } from "./crisis-blocks.ts";
import { checkTable, failedCheckBanners, findingBanners } from "./findings.ts";
import { standingBanners } from "./intended-use.ts";
import { keyResults } from "./key-results.ts";
import { answerChangerList, limitBlocks } from "./limit-blocks.ts";
import { mechanismEvidenceTable } from "./mechanism-evidence.ts";
import { populationTable } from "./population-table.ts";
import { reproductionBlocks } from "./reproduction.ts";
import { contrastTable, endpointBlocks } from "./result-tables.ts";
import { studiedRangeTable } from "./studied-range-table.ts";

const disorders = {
  gad: "generalised anxiety disorder",
  sad: "social anxiety disorder",
  ptsd: "post-traumatic stress disorder",
  ocd: "obsessive-compulsive disorder",
} as const;

/**
 * Puts the report of a run together: banners first, then the answer, the figures, and all that it rests on.
 *
 * @param input everything the report is made from
 * @returns the document, independent of the format it will be written in
 */
export function reportDocument(input: ReportInput): Document {
  const { plan } = input.result;
  const figures = runFigures(input);
  const blocks = [...banners(input), ...results(input, figures), ...foundations(input, figures)];
  const entries = referenceEntries(citedKeys(blocks), input.references);
  return {
    title: plan.scenario.title,
    subtitle: `Simulated in ${plan.subjectCount} virtual patients with ${disorders[plan.indication]}; model ${plan.model.id} ${plan.model.version}`,
    blocks: [
      ...blocks,
      section("crisis", "If you are in a crisis", crisisBlocks()),
      section("references", "References", [{ kind: "references", entries }]),
    ],
  };
}

function banners({ result, summary }: ReportInput): Block[] {
  return [
    ...standingBanners(result.plan.regimens),
    ...failedCheckBanners(summary.checks),
    ...findingBanners(result.plan.findings),
  ];
}

function results(input: ReportInput, figures: readonly FigureSpec[]): Block[] {
  const { plan } = input.result;
  const show = (...ids: FigureId[]) => figuresOf(figures, ids);
  return [
    section("key-results", "Key results", [
      paragraph(`Question: ${plan.scenario.credibility.question_of_interest}`),
      keyResults(plan, input.summary),
      paragraph("Every number is simulated. Ranges are ranges in virtual patients, not a forecast for a person."),
    ]),
    ...withBlocks("regimens", "Regimens", show("F01")),
    ...withBlocks("plasma", "Plasma concentrations", show("F02", "F03")),
    ...withBlocks("mechanism", "Mechanism", [...show("F04"), mechanismEvidenceTable()]),
    ...withBlocks("symptoms", "Symptoms", show("F05", "F06")),
    ...withBlocks("tolerability", "Side effects", show("F07")),
    ...withBlocks("contrast", "Regimens compared", [
      ...show("F08"),
      ...(input.summary.contrasts.length === 0 ? [] : [contrastTable(input.summary.contrasts)]),
    ]),
    ...withBlocks("endpoints", "Endpoints", endpointBlocks(input.summary.endpoints)),
  ];
}

function foundations(input: ReportInput, figures: readonly FigureSpec[]): Block[] {
  const { plan } = input.result;
  return [
    section("studied-range", "Studied range", [...figuresOf(figures, ["F09"]), studiedRangeTable(plan.regimens)]),
    section("credibility", "Credibility", [credibilityTable(plan), checkTable(input.summary.checks)]),
    section("assumptions", "Assumptions", [populationTable(plan), ...assumptionBlocks(plan.parameters)]),
    section("limits", "What this cannot tell you", limitBlocks()),
    section("changes", "What would change the answer", [answerChangerList()]),
    section("reproduce", "How to reproduce this", reproductionBlocks(input)),
  ];
}

function figuresOf(figures: readonly FigureSpec[], ids: readonly FigureId[]): Block[] {
  return ids.flatMap((id) => {
    const figure = figures.find((candidate) => candidate.id === id);
    return figure === undefined ? [] : [{ kind: "figure", figure } as const];
  });
}

/** A section, unless there is nothing to put into it. */
function withBlocks(id: string, title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [section(id, title, blocks)];
}
