import type {
  ContrastRow,
  CourseBlock,
  EndpointRow,
  PlannedRegimen,
  ResponseCurve,
  Ribbon,
  RunPlan,
  RunResult,
  RunSummary,
} from "@kinetamine/design";
import type { ObservedSeries, Reference } from "@kinetamine/ketamine";
import type { ReportInput } from "../src/report-input.ts";
import { type SyntheticSubject, syntheticValues } from "./synthetic-model.ts";
import { syntheticPlan, syntheticRegimen, syntheticStudies } from "./synthetic-plan.ts";

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

function syntheticSummary(result: RunResult): RunSummary {
  const { plan } = result;
  return {
    ribbons: plan.regimens.flatMap((regimen) => plan.outputs.map((output) => ribbon(result, regimen.id, output.name))),
    responses: plan.regimens.map((regimen) => responseCurve(result, regimen.id)),
    endpoints: plan.regimens.flatMap((regimen) => endpoints(result, regimen.id)),
    contrasts: plan.regimens.length < 2 ? [] : contrasts(result),
    checks: [
      {
        id: "mass-balance",
        label: "Mass balance",
        passed: true,
        found: "3e-9 of the dose",
        required: "at most 1e-6 of the dose",
      },
      { id: "positivity", label: "No negative amounts", passed: true, found: "0 of 40 courses", required: "0" },
    ],
  };
}

/** Values of one output at one moment over the courses of a block. */
export function samples(
  result: RunResult,
  place: { regimen: string; kind: CourseBlock["kind"]; output: string; time: number },
): number[] {
  const { plan } = result;
  const found = result.blocks.find(
    (candidate) => candidate.regimen === place.regimen && candidate.kind === place.kind,
  )!;
  const column = plan.outputs.findIndex((output) => output.name === place.output);
  return Array.from(
    { length: found.courses },
    (_, course) => found.values[(course * plan.times.length + place.time) * plan.outputs.length + column]!,
  );
}

/** Quantile by linear interpolation between order statistics, written out once more so that tests do not lean on the code under test. */
export function plainQuantile(values: readonly number[], p: number): number {
  return sortedQuantile(Float64Array.from(values).sort(), p);
}

function sortedQuantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

function ribbon(result: RunResult, regimen: string, output: string): Ribbon {
  const over = (kind: CourseBlock["kind"]) =>
    result.plan.times.map((_, time) => Float64Array.from(samples(result, { regimen, kind, output, time })).sort());
  const [subjects, typical, draws] = [over("subjects"), over("typical"), over("parameters")];
  const q = (p: number, moments = subjects) => moments.map((values) => sortedQuantile(values, p));
  return {
    regimen,
    output,
    ...{ q05: q(0.05), q25: q(0.25), q50: q(0.5), q75: q(0.75), q95: q(0.95) },
    mean: subjects.map(average),
    typical: typical.map(average),
    parameter05: q(0.05, draws),
    parameter95: q(0.95, draws),
  };
}

function average(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index]!;
  return total / values.length;
}

function responseCurve(result: RunResult, regimen: string): ResponseCurve {
  const start = samples(result, { regimen, kind: "subjects", output: "score", time: 0 });
  const share = (claim: (score: number, baseline: number) => boolean) =>
    result.plan.times.map((_, time) =>
      average(
        samples(result, { regimen, kind: "subjects", output: "score", time }).map((score, index) =>
          claim(score, start[index]!) ? 1 : 0,
        ),
      ),
    );
  const response = share((score, baseline) => score <= 0.5 * baseline);
  const remission = share((score) => score <= 7);
  const error = (p: number) => Math.sqrt((p * (1 - p)) / start.length);
  return { regimen, response, remission, responseError: response.map(error), remissionError: remission.map(error) };
}

const measures = [
  {
    endpoint: "ketamine_peak_first",
    label: "Peak ketamine in venous plasma, first session",
    unit: "ng/mL",
    output: "C_ketamine_venous",
    day: 2,
    statistic: "peak",
  },
  {
    endpoint: "CADSS_peak",
    label: "Peak dissociation (CADSS), all sessions",
    unit: "{points}",
    output: "CADSS",
    day: 57,
    statistic: "peak",
  },
  {
    endpoint: "CADSS_peak_session_1",
    label: "Peak dissociation (CADSS), session 1",
    unit: "{points}",
    output: "CADSS",
    day: 2,
    statistic: "peak",
  },
  {
    endpoint: "SBP_peak",
    label: "Peak rise of systolic blood pressure, all sessions",
    unit: "mm[Hg]",
    output: "SBP_change",
    day: 57,
    statistic: "peak",
  },
  {
    endpoint: "score_change_24h",
    label: "Change of HAM-A, 24 h after the first dose (day 2)",
    unit: "{points}",
    output: "score",
    day: 2,
    statistic: "change",
  },
  {
    endpoint: "score_change_24h_after_last",
    label: "Change of HAM-A, 24 h after the last dose (day 19)",
    unit: "{points}",
    output: "score",
    day: 19,
    statistic: "change",
  },
  {
    endpoint: "score_change_end",
    label: "Change of HAM-A, end of observation (day 57)",
    unit: "{points}",
    output: "score",
    day: 57,
    statistic: "change",
  },
] as const;

function measured(
  result: RunResult,
  regimen: string,
  measure: (typeof measures)[number],
  kind: CourseBlock["kind"],
): number[] {
  const last = result.plan.times.findIndex((time) => time >= 24 * (measure.day - 1));
  const at = (time: number) => samples(result, { regimen, kind, output: measure.output, time });
  if (measure.statistic === "change") {
    const start = at(0);
    return at(last).map((value, index) => value - start[index]!);
  }
  const all = Array.from({ length: last }, (_, time) => at(time));
  return all[0]!.map((_, index) => Math.max(...all.map((values) => values[index]!)));
}

function endpoints(result: RunResult, regimen: string): EndpointRow[] {
  return measures.map((measure) => {
    const values = measured(result, regimen, measure, "subjects");
    const mean = average(values);
    const sd = Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1));
    const q = (p: number) => plainQuantile(values, p);
    const { endpoint, label, unit } = measure;
    return {
      regimen,
      endpoint,
      label,
      unit,
      n: values.length,
      mean,
      sd,
      q05: q(0.05),
      q25: q(0.25),
      q50: q(0.5),
      q75: q(0.75),
      q95: q(0.95),
      typical: measured(result, regimen, measure, "typical")[0]!,
    };
  });
}

function contrasts(result: RunResult): ContrastRow[] {
  return measures.map((measure) => {
    const both = (kind: CourseBlock["kind"]) =>
      result.plan.regimens.map((regimen) => measured(result, regimen.id, measure, kind));
    const [from, to] = both("subjects") as [number[], number[]];
    const difference = to.map((value, index) => value - from[index]!);
    const [fromDraws, toDraws] = both("parameters") as [number[], number[]];
    const draws = toDraws.map((value, index) => value - fromDraws[index]!);
    const mean = average(difference);
    const sd = Math.sqrt(difference.reduce((total, value) => total + (value - mean) ** 2, 0) / (difference.length - 1));
    const { endpoint, label, unit } = measure;
    return {
      ...{
        endpoint,
        label,
        unit,
        from: result.plan.regimens[0]!.id,
        to: result.plan.regimens[1]!.id,
        mean,
        meanError: sd / Math.sqrt(difference.length),
      },
      ...{
        q05: plainQuantile(difference, 0.05),
        q50: plainQuantile(difference, 0.5),
        q95: plainQuantile(difference, 0.95),
      },
      ...{
        relative: average(to) / average(from) - 1,
        parameter05: plainQuantile(draws, 0.05),
        parameter95: plainQuantile(draws, 0.95),
      },
    };
  });
}
