import { fullCitation } from "../references/cite.ts";
import { referenceFor } from "../references/references.ts";
import { sourcesIn } from "../references/sources-in.ts";
import type { PageTable } from "./page-table.ts";
import { shownFact } from "./shown-fact.ts";
import { armRows, outcomeRows } from "./study-tables.ts";
import type { Trial } from "./trial.ts";

/** A section of a study page: paragraphs, a list, a table, or several of these in this order. */
export interface PageSection {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
  readonly table?: PageTable;
}

/** What a reader is told about one study, generated from its record. */
export interface StudyPage {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly sections: readonly PageSection[];
}

/** The page of one study: what was done, found and limits it, then every entry with its status. @throws EvidenceError for an unknown citation */
export function studyPage(trial: Trial): StudyPage {
  const { appraisal } = trial;
  const sections: readonly PageSection[] = [
    { title: "In short", paragraphs: [appraisal.done, appraisal.found, appraisal.limits] },
    { title: "Design", items: designItems(trial) },
    { title: "People", items: peopleItems(trial) },
    { title: "Treatments", table: armRows(trial) },
    outcomeSection(trial),
    { title: "Adverse events", ...adverseContent(trial) },
    biasSection(trial),
    {
      title: "Faults in the sources",
      items: trial.dataTraps.map(({ what, handling }) => `${what}. Here: ${lowerFirst(handling)}.`),
    },
    { title: "Not obtained", items: trial.gaps.map(({ what, where }) => `${what} (${where})`) },
    { title: "Use here", paragraphs: [useText(trial)] },
    { title: "Where it was read", items: sourceItems(trial) },
  ];
  return {
    id: trial.id,
    title: trial.label,
    citation: fullCitation(referenceFor(trial.citation)),
    sections: sections.filter(hasContent),
  };
}

function designItems({ design, registrations, control, resistance }: Trial): readonly string[] {
  return [
    `Kind: ${design.kind}, ${design.randomised ? "randomised" : "not randomised"}`,
    `Control: ${control.type} (${control.activity}). ${control.note}`,
    `Blinding: ${shownFact(design.blinding)}`,
    `Phases: ${shownFact(design.phases)}`,
    `Primary outcome: ${shownFact(design.primaryOutcome)}`,
    `Assessments: ${shownFact(design.assessments)}`,
    `What can be compared: ${design.analysable}`,
    `Earlier treatment failed: ${resistance.required === "not-found" ? "not found" : resistance.required}. ${shownFact(resistance.criterion)}`,
    `Severity at entry: ${shownFact(resistance.severityGate)}`,
    `Registration: ${registrations.map((each) => shownFact(each)).join(", ") || "not found"}`,
  ];
}

function peopleItems({ participants: people }: Trial): readonly string[] {
  return [
    `Enrolled: ${shownFact(people.enrolled)}`,
    `Completed: ${shownFact(people.completed)}`,
    `Women: ${shownFact(people.women)}`,
    `Age [a]: ${shownFact(people.age)}`,
    `Included: ${shownFact(people.inclusion)}`,
    `Excluded: ${shownFact(people.exclusion)}`,
    `Medication: ${shownFact(people.medication)}`,
  ];
}

function outcomeSection(trial: Trial): PageSection {
  const tests = trial.outcomes.flatMap((outcome) =>
    outcome.tests.map(
      ({ what, p, status }) => `${outcome.id}: ${what}${p === undefined ? "" : `, p = ${p}`} [${status}]`,
    ),
  );
  const withheld = trial.outcomes.flatMap(({ id, doNotPool }) =>
    doNotPool === undefined ? [] : [`${id} is not pooled: ${lowerFirst(doNotPool)}`],
  );
  return { title: "Outcomes", items: [...tests, ...withheld], table: outcomeRows(trial) };
}

function adverseContent({ adverseEvents, arms }: Trial): Omit<PageSection, "title"> {
  const labelOf = (id: string) => arms.find((arm) => arm.id === id)!.label;
  const rows = adverseEvents.events.map(({ term, arm, affected, atRisk }) => [
    term,
    labelOf(arm),
    `${shownFact(affected)} of ${atRisk ?? "unknown"}`,
  ]);
  return {
    items: [`Collected: ${shownFact(adverseEvents.how)}`, ...adverseEvents.findings.map((each) => shownFact(each))],
    ...(rows.length === 0 ? {} : { table: { head: ["Event", "Treatment", "People"], rows } }),
  };
}

function biasSection({ riskOfBias: bias }: Trial): PageSection {
  const rows = bias.domains.map(({ domain, judgement, reason }) => [domain, judgement, reason]);
  return {
    title: "Risk of bias",
    paragraphs: [
      `Our judgement (${bias.tool}) of this result: ${bias.result}. Basis: ${bias.basis}.`,
      `Overall: ${bias.overall.judgement}. ${bias.overall.reason}.`,
    ],
    ...(rows.length === 0 ? {} : { table: { head: ["Domain", "Judgement", "Reason"], rows } }),
  };
}

function useText({ role, overlap }: Trial): string {
  const shared = overlap.sharesParticipantsWith;
  const people = shared.length === 0 ? "" : ` Shares participants with ${shared.join(", ")}.`;
  return `${role.use}: ${role.note}. Cluster ${overlap.cluster}: ${overlap.note}.${people}`;
}

function sourceItems(trial: Trial): readonly string[] {
  const keys = new Set(sourcesIn(trial).map(({ key }) => key));
  return [...keys].sort().map((key) => fullCitation(referenceFor(key)));
}

function hasContent({ paragraphs = [], items = [], table }: PageSection): boolean {
  return paragraphs.length > 0 || items.length > 0 || (table?.rows.length ?? 0) > 0;
}

function lowerFirst(sentence: string): string {
  const second = sentence[1] ?? "";
  // An acronym keeps its capitals.
  return second === second.toUpperCase() && /[A-Z]/.test(second)
    ? sentence
    : `${sentence[0]!.toLowerCase()}${sentence.slice(1)}`;
}
