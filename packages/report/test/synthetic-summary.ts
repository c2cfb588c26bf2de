import type {
  ContrastRow,
  CourseBlock,
  EndpointRow,
  ResponseCurve,
  Ribbon,
  RunResult,
  RunSummary,
} from "@kinetamine/design";

/** Summarises a made-up run by its own plain arithmetic, so that tests do not lean on the code under test. */
export function syntheticSummary(result: RunResult): RunSummary {
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
