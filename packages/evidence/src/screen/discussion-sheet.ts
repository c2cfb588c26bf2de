import { crisisLine, loadCrisisInformation } from "../guidance/crisis-lines.ts";
import { loadRegulatoryStatus } from "../guidance/regulatory-status.ts";
import { fullCitation, shortCitation } from "../references/cite.ts";
import { referenceFor } from "../references/references.ts";
import { sourcesIn } from "../references/sources-in.ts";
import { loadPendingTrials } from "../trials/pending-trials.ts";
import { escapeText } from "../trials/study-page-markdown.ts";
import type { Trial } from "../trials/trial.ts";
import { loadTrials } from "../trials/trials.ts";
import { indicationNames, treatmentNames } from "./case-vocabulary.ts";
import { loadDiscussionTexts } from "./discussion-texts.ts";
import { firstLineOf } from "./first-line.ts";
import type { ResistanceState, ScreenFinding, ScreenReport } from "./screen-finding.ts";

/** Words for an answer to "is the definition met?", chosen so that none of them reads as leave or refusal. */
const stateWords = { yes: "met", no: "not met", unknown: "cannot be judged from what is known" } as const;

const levelTitles: Readonly<Record<ScreenFinding["level"], string>> = {
  notice: "True for everyone",
  contraindication: "Named as contraindications by the esketamine label",
  "trial-exclusion": "Trials left such people out, so little is known",
  caution: "To weigh",
  interaction: "Medicines to look at together",
  evidence: "How this differs from what was studied",
};

/**
 * A printable sheet for a conversation with a clinician, as Markdown: options in no order, what is known, what is not, findings with
 * their sources, questions to ask and crisis lines.
 *
 * It holds no verdict: neither leave nor refusal of any treatment.
 * @param report what `screen` returned
 * @throws EvidenceError `evidence-data-invalid` when its data cannot be read
 */
export function discussionSheet(report: ScreenReport): string {
  const { notKnown, questions } = loadDiscussionTexts();
  const regulatory = loadRegulatoryStatus().filter(({ standing }) => standing !== "not-found");
  const blocks = [
    "# Discussion sheet",
    `For a conversation with a clinician about ${escapeText(report.label)} (condition: ${indicationNames[report.indication]}). For research and teaching; it makes no decision and gives no advice. Decide together, with someone who knows the whole history.`,
    section(
      "Where these medicines stand",
      regulatory.map(({ product, jurisdiction, text }) => `${product}, ${jurisdiction}: ${text}`),
    ),
    section("Options to talk about, in no order", optionLines(report)),
    section("What trials found", trialLines(report)),
    section("What is not known", [...notKnown]),
    ...resistanceBlocks(report),
    ...findingBlocks(report),
    section("What could not be judged", unknownLines(report)),
    section("Questions to ask", [...questions]),
    `## If things get worse\n\n${escapeText(crisisLine(loadCrisisInformation()))}`,
    section("Sources", sourceLines({ findings: report.findings, regulatory })),
  ];
  return blocks.join("\n\n").concat("\n");
}

function section(title: string, lines: readonly string[]): string {
  const body = lines.length === 0 ? "- none" : lines.map((line) => `- ${escapeText(line)}`).join("\n");
  return `## ${title}\n\n${body}`;
}

function optionLines({ indication }: ScreenReport): readonly string[] {
  const first = firstLineOf(indication);
  const named =
    first === undefined
      ? []
      : [
          `Named first by guidelines (rule ${first.rule}): ${[...first.medicines, ...first.psychological].map((each) => treatmentNames[each]).join(", ")}`,
        ];
  const open = loadPendingTrials()
    .filter(({ disorder }) => disorder === indication)
    .map(({ label, what, standing }) => `Trial to ask about: ${label}; ${what}; ${standing}`);
  return [...loadDiscussionTexts().options, ...named, ...open];
}

/** Every study of the condition, the controlled ones first; reports that repeat other people's participants are left out. */
function trialLines({ indication }: ScreenReport): readonly string[] {
  const studies = loadTrials().filter(
    ({ disorders, role }) =>
      (disorders as readonly string[]).includes(indication) && role.use !== "excluded" && role.use !== "prospective",
  );
  const controlled = studies.filter(({ control }) => control.type !== "none").map(trialLine);
  const uncontrolled = studies.filter(({ control }) => control.type === "none").map(trialLine);
  return [
    ...(controlled.length > 0 ? controlled : ["No controlled trial in this condition was found"]),
    ...uncontrolled,
  ];
}

function trialLine({ label, participants, control, appraisal, riskOfBias }: Trial): string {
  const people = participants.enrolled.value ?? participants.completed.value ?? "number not found";
  const design =
    control.type === "none"
      ? "no comparison group"
      : `against ${control.type}, risk of bias ${riskOfBias.overall.judgement}`;
  return `${label} (people: ${people}; ${design}): ${appraisal.found} Limits: ${appraisal.limits}`;
}

function resistanceBlocks({ resistance, trialDefinition }: ScreenReport): readonly string[] {
  const described = (title: string, { state, parts }: ResistanceState) =>
    section(`${title}: ${stateWords[state]}`, [
      ...parts.map(({ name, state: part, why, rule }) => `${name}: ${stateWords[part]} (${why}; rule ${rule})`),
      "A definition describes a group that was studied. It gives no leave and takes none away.",
    ]);
  return [
    described("A common definition of treatment resistance", resistance),
    ...(trialDefinition === null ? [] : [described("The stricter definition of the OCD trials", trialDefinition)]),
  ];
}

function findingBlocks({ findings }: ScreenReport): readonly string[] {
  const levels = [...new Set(findings.map(({ level }) => level))];
  return levels.map((level) =>
    section(
      levelTitles[level],
      findings
        .filter((finding) => finding.level === level)
        .map(({ statement, rule, jurisdiction, sources }) => {
          const cited = [...new Set(sources.map(({ ref }) => shortCitation(referenceFor(ref))))].join("; ");
          return `${statement} (rule ${rule}, ${jurisdiction}: ${cited})`;
        }),
    ),
  );
}

function unknownLines({ unknowns }: ScreenReport): readonly string[] {
  return unknowns.map(({ question, rule }) => `${question} (rule ${rule})`);
}

function sourceLines(value: unknown): readonly string[] {
  const keys = [...new Set(sourcesIn(value).map(({ key }) => key))].sort();
  return keys.map((key) => fullCitation(referenceFor(key)));
}
