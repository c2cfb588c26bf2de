import { fullCitation, loadGuidance, loadTrials, referenceFor } from "@kinetamine/evidence";
import { type Block, type Document, paragraph, type ReferenceEntry, section } from "../content/block.ts";
import { citedKeys } from "../content/citations.ts";
import { crisisBlocks } from "../content/crisis-blocks.ts";
import { intendedUse } from "../content/intended-use.ts";
import type { EvidenceQuestion } from "./evidence-question.ts";
import { findingsTable } from "./findings-table.ts";
import { mapTable } from "./flow-blocks.ts";
import { claimBlocks, guidanceTable, regulatoryTable } from "./ledger-blocks.ts";
import { publishedBlocks } from "./published-table.ts";
import { questionSection } from "./question-blocks.ts";
import type { QuestionFigures } from "./question-figures.ts";
import { biasTable, studiesTable, studyPages } from "./study-blocks.ts";

/** What was pooled how, where the words of the report need it. */
const methods = [
  "Studies of one disorder, one span after the dose and one kind of control are pooled; no question mixes disorders, and comparators that can be felt stand apart from those that cannot.",
  "Each trial gives one outcome to a question: a scale of the disorder, clinician-rated before self-rated. Numbers from memory are left out.",
  "Random effects with the REML estimator; intervals by Hartung-Knapp, never narrower than Wald. Wald, plain Hartung-Knapp, Paule-Mandel, DerSimonian-Laird and the common effect stand beside.",
  "Standardised mean differences carry Hedges' correction. Several doses against one control are combined into one group. A crossover is used by its first period, or by its paired difference where one is reported.",
  "Risk of bias follows RoB 2 with its crossover variant, certainty follows GRADE; both are our judgements on what was obtained, not those of two independent reviewers of full texts.",
];

/**
 * Puts the evidence report together: what the answers are, each with its figure and everything it rests on, then published syntheses,
 * studies, claims, guidance and references.
 */
export function evidenceDocument(
  questions: readonly EvidenceQuestion[],
  figures: readonly QuestionFigures[],
): Document {
  const trials = loadTrials();
  const randomised = trials.filter(({ design }) => design.randomised).length;
  const blocks = [...banners(), ...answers(questions, figures), ...foundations()];
  return {
    title: "Ketamine in anxiety disorders, PTSD and OCD: the evidence",
    subtitle: `${trials.length} studies on record, ${randomised} of them randomised; ${figures.length} of ${questions.length} questions have studies that can be pooled`,
    blocks: [
      ...blocks,
      section("crisis", "If you are in a crisis", crisisBlocks()),
      section("references", "References", [{ kind: "references", entries: entriesOf(citedKeys(blocks)) }]),
    ],
  };
}

function banners(): Block[] {
  const offLabel = loadGuidance().find(({ number }) => number === 1);
  return [
    { kind: "banner", tone: "note", title: "Intended use", blocks: [paragraph(intendedUse)] },
    ...(offLabel === undefined
      ? []
      : [
          {
            kind: "banner",
            tone: "caution",
            title: "Off-label use",
            blocks: [
              paragraph(
                offLabel.statement,
                ...offLabel.sources.map(({ ref }) => ({ kind: "cite", key: ref }) as const),
              ),
            ],
          } as const,
        ]),
  ];
}

function answers(questions: readonly EvidenceQuestion[], figures: readonly QuestionFigures[]): Block[] {
  return [
    section("findings", "Summary of findings", [
      paragraph(
        "Few trials, small trials, and most of them not masked in effect, because people can tell ketamine from its comparators. An interval that holds no difference is not evidence that there is none.",
      ),
      findingsTable(questions),
    ]),
    section("map", "What has been studied", [
      paragraph(
        "Every question asked, with the number of studies that answer it. A nought means that no usable number was found, not that nothing happened.",
      ),
      mapTable(questions),
    ]),
    ...figures.map(questionSection),
  ];
}

function foundations(): Block[] {
  return [
    section("published", "Published syntheses", publishedBlocks()),
    section("studies", "Studies", [studiesTable(), biasTable()]),
    section("study-pages", "Study pages", studyPages()),
    section("claims", "Claims", claimBlocks()),
    section("guidance", "Guidance and regulatory status", [guidanceTable(), regulatoryTable()]),
    section("methods", "How it was done", [{ kind: "list", items: methods.map((line) => [line]) }]),
  ];
}

function entriesOf(keys: readonly string[]): ReferenceEntry[] {
  return keys.map((key, index) => {
    const reference = referenceFor(key);
    const href = reference.DOI === undefined ? reference.URL : `https://doi.org/${reference.DOI}`;
    const text = fullCitation(reference).replace(/\.? https?:\S+$/, "");
    return { number: index + 1, text: `${text}.`, ...(href?.startsWith("https://") === true ? { href } : {}) };
  });
}
