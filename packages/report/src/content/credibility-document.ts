import type { ReportInput } from "../report-input.ts";
import { rangeWords } from "../text/range-words.ts";
import { countSentence } from "./assumptions.ts";
import { type Block, type Document, paragraph, section } from "./block.ts";
import { citedKeys, referenceEntries } from "./citations.ts";
import { credibilityTable } from "./credibility-blocks.ts";
import { checkTable } from "./findings.ts";
import { intendedUse } from "./intended-use.ts";
import { answerChangerList, limitBlocks } from "./limit-blocks.ts";
import { mechanismEvidenceTable } from "./mechanism-evidence.ts";
import { populationTable } from "./population-table.ts";
import { studiedRangeTable } from "./studied-range-table.ts";

/**
 * Puts the credibility record of a run together: question, context of use, influence and consequence, then what the
 * answer rests on, where it applies, how it was checked and what would change it.
 */
export function credibilityDocument(input: ReportInput): Document {
  const blocks = [...assessment(input), ...applicability(input)];
  const entries = referenceEntries(citedKeys(blocks), input.references);
  return {
    title: `Credibility record: ${input.result.plan.scenario.title}`,
    subtitle: intendedUse,
    blocks: [...blocks, section("references", "References", [{ kind: "references", entries }])],
  };
}

function assessment({ result, summary }: ReportInput): Block[] {
  const { plan } = result;
  return [
    section("assessment", "Assessment", [
      credibilityTable(plan),
      paragraph(
        "Influence and consequence together set how much evidence the model owes; the sections below say what there is. The words are those of ICH M15; this record claims no conformity with it.",
        { kind: "cite", key: "ichm15" },
      ),
    ]),
    section("verification", "Verification of this run", [
      paragraph(`${summary.checks.filter((check) => check.passed).length} of ${summary.checks.length} checks passed.`),
      checkTable(summary.checks),
    ]),
    section("assumptions", "Assumptions", [
      paragraph(countSentence(plan.parameters), " The report lists each with its status and sources."),
      mechanismEvidenceTable(),
      ...limitBlocks(),
    ]),
  ];
}

function applicability({ result }: ReportInput): Block[] {
  const { plan } = result;
  const standings = [
    ...new Set(plan.regimens.flatMap((regimen) => regimen.doses.map((dose) => rangeWords(dose.range)))),
  ];
  return [
    section("applicability", "Applicability", [
      paragraph(
        `Planned doses are: ${standings.join("; ")}. The answer applies to virtual patients as described here and to nobody in particular.`,
      ),
      studiedRangeTable(plan.regimens),
      populationTable(plan),
    ]),
    section("changes", "What would change the answer", [answerChangerList()]),
  ];
}
