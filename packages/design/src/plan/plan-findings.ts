/** Everything a reader must know about a plan that can run. */
import type { Covariate } from "@kinetamine/ketamine";
import { type FindingCodeName, finding } from "../limits/finding.ts";
import { doseSlips, identifierSlips, weightSlips } from "../limits/input-slips.ts";
import { type CourseToJudge, judgeCourse } from "../limits/judge-course.ts";
import { studiedRange } from "../limits/studied-range.ts";
import type { Finding, PlannedPopulation, StudiedRange } from "../run-types.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import type { ExpandedDose } from "./expand-regimen.ts";
import { highestOf, lowestOf, middleOf } from "./plan-population.ts";

/** What findings are made from. */
export interface PlanUnderReview {
  readonly scenario: Scenario;
  readonly population: PlannedPopulation;
  /** Doses of each regimen, in the order of the scenario. */
  readonly regimens: readonly (readonly ExpandedDose[])[];
  readonly covariates: readonly Covariate[];
  readonly beyondStudiedRange: boolean;
}

/** All findings of a plan, each told once however many doses it concerns. */
export function planFindings(plan: PlanUnderReview): readonly Finding[] {
  return [
    ...approval(plan),
    ...plan.regimens.flatMap((doses, index) => regimenFindings(plan, doses, index)),
    ...populationFindings(plan),
    ...textFindings(plan.scenario),
  ];
}

function approval({ regimens }: PlanUnderReview): readonly Finding[] {
  const drugs = [...new Set(regimens.flat().map(({ dose }) => dose.drug))];
  return drugs.map((drug) => {
    const { statement, citation } = studiedRange.approval[drug];
    return finding("not-approved", { path: "regimens", message: statement, sources: [citation] });
  });
}

const rangeCodes: Readonly<Record<Exclude<StudiedRange, "studied">, FindingCodeName>> = {
  "studied-elsewhere": "studied-elsewhere",
  outside: "outside-studied-range",
};

function regimenFindings(plan: PlanUnderReview, doses: readonly ExpandedDose[], index: number): readonly Finding[] {
  const path = `regimens.${index}`;
  const { indication } = plan.scenario.population;
  return [
    ...(plan.scenario.regimens[index]?.doses ?? []).flatMap((_, entry) =>
      entryFindings(plan, { path: `${path}.doses.${entry}`, doses: doses.filter((dose) => dose.entry === entry) }),
    ),
    ...coursesOf(doses).flatMap((course) => judgeCourse(course, { indication, path })),
  ];
}

/** Sessions of each drug and route, which trials studied apart. */
function coursesOf(doses: readonly ExpandedDose[]): readonly CourseToJudge[] {
  const kinds = new Map(doses.map(({ dose }) => [`${dose.drug} ${dose.route}`, dose]));
  return [...kinds.values()].map(({ drug, route }) => ({
    drug,
    route,
    days: doses.filter(({ dose }) => dose.drug === drug && dose.route === route).map(({ dose }) => dose.day),
  }));
}

function entryFindings(
  plan: PlanUnderReview,
  entry: { readonly path: string; readonly doses: readonly ExpandedDose[] },
): readonly Finding[] {
  const dose = entry.doses[0]?.dose;
  if (dose === undefined) return [];
  const { path } = entry;
  const about = { path, message: dose.rangeReason, sources: dose.rangeSources };
  return [
    ...(dose.range === "studied" ? [] : [finding(rangeCodes[dose.range], about)]),
    ...(dose.isBeyondStudied && plan.beyondStudiedRange
      ? [finding("beyond-requested", { path, message: "simulated on explicit request, for work on populations only" })]
      : []),
    ...doseSlips(dose.dose, { route: dose.route, path }),
  ];
}

function populationFindings({ scenario, population, covariates }: PlanUnderReview): readonly Finding[] {
  const { population: entry } = scenario;
  const path = "population";
  const defaulted = [
    ...(entry.baseline === undefined ? [`baseline ${population.baseline.scale}`] : []),
    ...(["WT", "AGE", "SEXF"] as const).filter((name) => entry.covariates?.[name] === undefined),
  ];
  const classes = population.concomitant.map((medicine) => medicine.class);
  const weight = population.covariates.WT;
  return [
    ...(defaulted.length === 0
      ? []
      : [finding("default-used", { path, message: `assumed by default, not given: ${defaulted.join(", ")}` })]),
    ...(entry.n < fewSubjects
      ? [
          finding("few-subjects", {
            path: `${path}.n`,
            message: `${entry.n} virtual patients leave the outer percentiles unsettled; 200 or more are usual`,
          }),
        ]
      : []),
    ...(classes.length === 0
      ? []
      : [
          finding("without-effect", {
            path: `${path}.concomitant`,
            message: `recorded with each virtual patient, without effect in the model: ${classes.join(", ")}`,
          }),
        ]),
    ...(weight === undefined ? [] : weightSlips(middleOf(weight), `${path}.covariates.WT`)),
    ...beyondData(population, covariates),
  ];
}

/** Below this many, the 5th percentile has no distribution-free interval at all. */
const fewSubjects = 73;

function beyondData(population: PlannedPopulation, covariates: readonly Covariate[]): readonly Finding[] {
  return covariates
    .filter(({ name }) => name === "WT" || name === "AGE")
    .flatMap(({ name, unit, min, max, sources }) => {
      const covariate = population.covariates[name];
      if (covariate === undefined) return [];
      const [low, high] = [lowestOf(covariate), highestOf(covariate)];
      if (low >= min && high <= max) return [];
      const message = `${low} to ${high} ${unit} reaches beyond the data of the pharmacokinetic model, ${min} to ${max} ${unit}`;
      const path = `population.covariates.${name}`;
      return [finding("outside-pharmacokinetic-data", { path, message, sources: sources.map(({ where }) => where) })];
    });
}

function textFindings({ title, credibility, regimens }: Scenario): readonly Finding[] {
  return [
    ...identifierSlips(title, "title"),
    ...identifierSlips(credibility.question_of_interest, "credibility.question_of_interest"),
    ...regimens.flatMap(({ label }, index) => identifierSlips(label, `regimens.${index}.label`)),
  ];
}
