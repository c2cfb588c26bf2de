import type { CourseBlock, PlannedRegimen, RunPlan, RunResult } from "@kinetamine/design";
import type { ObservedSeries, Reference } from "@kinetamine/ketamine";
import type { ReportInput } from "../src/report-input.ts";
import { type SyntheticSubject, syntheticValues } from "./synthetic-model.ts";
import { syntheticPlan, syntheticRegimen, syntheticStudies } from "./synthetic-plan.ts";
import { syntheticSummary } from "./synthetic-summary.ts";

/** What a test may want to differ. */
export interface SyntheticOptions {
  readonly regimens?: readonly PlannedRegimen[];
  readonly subjectCount?: number;
}

/** A small made-up run of two regimens, the same on every machine. */
export function syntheticInput(options: SyntheticOptions = {}): ReportInput {
  const regimens = options.regimens ?? [
    syntheticRegimen("A", "0.5 mg/kg over 40 min", 40),
    syntheticRegimen("B", "same dose over 60 min", 60),
  ];
  const result = syntheticResult(syntheticPlan(regimens, options.subjectCount ?? 40));
  return {
    result,
    summary: syntheticSummary(result),
    observed: [
      observed("zarate2006", "C_ketamine_venous", [40 / 60, 185]),
      { ...observed("krystal1994", "C_ketamine_venous", [40 / 60, 175, 100, 250]), statistic: "range" },
      { ...observed("yale2024", "SBP_change", [40 / 60, 16, 4.8, 27.2]), quantity: "change", unit: "mm[Hg]" },
    ],
    studies: syntheticStudies,
    references: [
      made("fictional2020", "Nobody", 2020),
      made("zarate2006", "Zarate", 2006),
      made("krystal1994", "Krystal", 1994),
      made("yale2024", "Yale", 2024),
    ],
    reproduction: {
      command: "kinetamine run examples/iv-twice-weekly.scenario.yaml",
      toolVersion: "0.1.0",
      details: [{ name: "scenario SHA-256", value: result.plan.scenarioHash }],
    },
  };
}

function made(id: string, family: string, year: number): Reference {
  return {
    ...{ id, type: "article-journal", title: `A made-up paper of ${year}` },
    author: [{ family, given: "AB" }],
    issued: { "date-parts": [[year]] },
    ...{ "container-title": "Journal of Examples", DOI: `10.5555/${id}` },
  };
}

function observed(
  source: string,
  output: string,
  [time_h, value, low, high]: readonly [number, number, number?, number?],
): ObservedSeries {
  const ends = low === undefined || high === undefined ? {} : { low, high };
  return {
    ...{ id: source, label: `Made-up values of ${output}`, output, unit: "ng/mL", quantity: "peak", statistic: "mean" },
    administration: { drug: "ketamine", route: "iv", dose: { value: 0.5, unit: "mg/kg" }, duration_h: 0.6667 },
    ...{ population: "nobody", points: [{ time_h, value, ...ends }], status: "seen" },
    sources: [{ ref: source, where: "nowhere" }],
  };
}

function syntheticResult(plan: RunPlan): RunResult {
  const subjects = Array.from({ length: plan.subjectCount }, (_, index) => subjectNumber(index));
  const typical: SyntheticSubject = { exposure: 1, benefit: 1, baseline: 26 };
  const draws = Array.from({ length: plan.parameterDraws }, (_, index) => ({
    ...typical,
    benefit: Math.exp(0.35 * spread(index, 3)),
    exposure: Math.exp(0.05 * spread(index, 4)),
  }));
  const blocks = plan.regimens.flatMap((regimen): CourseBlock[] => [
    block(plan, regimen, { kind: "subjects", people: subjects }),
    block(plan, regimen, { kind: "typical", people: [typical] }),
    block(plan, regimen, { kind: "parameters", people: draws }),
  ]);
  const rows = subjects.map((subject, index) => ({
    subject: index,
    covariates: { WT_kg: 70 },
    etas: { eta_CL: Math.log(subject.exposure) },
  }));
  return { plan, subjects: rows, blocks, failures: [], steps: 123456 };
}

function subjectNumber(index: number): SyntheticSubject {
  return {
    exposure: Math.exp(0.14 * spread(index, 0)),
    benefit: Math.exp(0.6 * spread(index, 1)),
    baseline: Math.min(45, Math.max(18, 26 + 5 * spread(index, 2))),
  };
}

/** A fixed, roughly normal-looking number per index and purpose, within about +/-2.6. */
function spread(index: number, purpose: number): number {
  const share =
    ((index + 1) * 0.6180339887498949 +
      purpose * 0.7548776662466927 +
      index * index * 0.5698402909980532 * (purpose + 1)) %
    1;
  return Math.log((share + 0.01) / (1.01 - share)) / 1.75;
}

function block(
  plan: RunPlan,
  regimen: PlannedRegimen,
  options: { kind: CourseBlock["kind"]; people: readonly SyntheticSubject[] },
): CourseBlock {
  const values = new Float64Array(options.people.length * plan.times.length * plan.outputs.length);
  let at = 0;
  for (const subject of options.people) {
    for (const time of plan.times) {
      const moment = syntheticValues(time, regimen.doses, subject);
      values.set(moment, at);
      at += moment.length;
    }
  }
  return { regimen: regimen.id, kind: options.kind, courses: options.people.length, values };
}
