/** A small result with numbers that say where they come from: regimen 1 or 2, subject, time, output. */
import type { EndpointRow, PlannedDose, RunPlan, RunResult, RunSummary } from "@kinetamine/design";

const dose: PlannedDose = {
  number: 1,
  day: 1,
  clock: "09:00",
  time_h: 0,
  drug: "ketamine",
  expressedAs: "base",
  route: "iv",
  dose: { value: 0.5, unit: "mg/kg" },
  amount_mg_70kg: 35,
  duration_h: 2 / 3,
  range: "studied",
  isBeyondStudied: false,
  rangeReason: "",
  rangeSources: [],
};

export const fakePlan: RunPlan = {
  scenario: { id: "fake", title: "=fake" } as RunPlan["scenario"],
  scenarioHash: "3f9c01ab".repeat(8),
  model: { id: "anx-core", version: "0.1.0", hash: "abc" },
  indication: "gad",
  scale: { name: "HAM-A", min: 0, max: 56, responseFraction: 0.5, remissionAtMost: 7, responseSource: "x" },
  population: {
    baseline: { scale: "HAM-A", mean: 26, sd: 5, min: 18, max: 56 },
    covariates: { WT: { distribution: "uniform", min: 70, max: 90 } },
    typical: { WT: 80 },
    concomitant: [],
  },
  regimens: [
    { id: "A", label: "0.5 mg/kg, 40 min", doses: [dose] },
    { id: "B", label: "-slow", doses: [{ ...dose, duration_h: 1, range: "outside" }] },
  ],
  times: [0, 0.5, 24],
  outputs: [
    { name: "C_ketamine_venous", label: "Ketamine in venous plasma", unit: "ng/mL", group: "pharmacokinetics" },
    { name: "glutamate", label: "Glutamate", unit: "1", group: "mechanism" },
    { name: "score", label: "HAM-A", unit: "{points}", group: "symptoms" },
    { name: "CADSS", label: "CADSS", unit: "{points}", group: "tolerability" },
  ],
  parameters: [],
  variability: { etas: ["eta_CL"], covariance: [[0.01]] },
  beyondStudiedRange: false,
  seed: 7,
  subjectCount: 3,
  parameterDraws: 0,
  tolerance: { relative: 1e-6, absolute: 1e-9 },
  findings: [],
};

/** The number at a place of the result: regimen in thousands, subject in hundreds, time in tens, output in ones. */
export function fakeValue(regimen: number, subject: number, at: { readonly time: number; readonly output: number }) {
  return 1000 * regimen + 100 * subject + 10 * at.time + at.output;
}

function courseValues(regimen: number): Float64Array {
  const { times, outputs, subjectCount } = fakePlan;
  const perSubject = times.length * outputs.length;
  return Float64Array.from({ length: subjectCount * perSubject }, (_, index) => {
    const subject = Math.floor(index / perSubject);
    const time = Math.floor((index % perSubject) / outputs.length);
    return fakeValue(regimen, subject, { time, output: index % outputs.length });
  });
}

export const fakeResult: RunResult = {
  plan: fakePlan,
  subjects: [0, 1, 2].map((subject) => ({ subject, covariates: { WT_kg: 70 + 10 * subject }, etas: { eta_CL: -0.1 } })),
  blocks: fakePlan.regimens.map(({ id }, index) => ({
    regimen: id,
    kind: "subjects",
    courses: 3,
    values: courseValues(index + 1),
  })),
  failures: [],
  steps: 10,
};

const endpoint: EndpointRow = {
  regimen: "A",
  endpoint: "cmax",
  label: "Peak, ketamine",
  unit: "ng/mL",
  n: 3,
  mean: 200,
  sd: 10,
  q05: 190,
  q25: 195,
  q50: 200,
  q75: 205,
  q95: 210,
  typical: 201,
};

export const fakeSummary: RunSummary = {
  ribbons: fakePlan.regimens.flatMap(({ id }, regimen) =>
    fakePlan.outputs.map(({ name }, output) => {
      const along = (quantile: number) =>
        fakePlan.times.map((_, time) => fakeValue(regimen + 1, quantile, { time, output }));
      return {
        regimen: id,
        output: name,
        ...{
          q05: along(1),
          q25: along(2),
          q50: along(3),
          q75: along(4),
          q95: along(5),
          mean: along(6),
          typical: along(7),
        },
        parameter05: [],
        parameter95: [],
      };
    }),
  ),
  responses: [
    {
      regimen: "B",
      response: [0, 0.25, 1],
      remission: [0, 0, 0.5],
      responseError: [0, 0.2, 0],
      remissionError: [0, 0, 0.3],
    },
  ],
  endpoints: [endpoint, { ...endpoint, regimen: "B", mean: 180 }],
  contrasts: [
    {
      endpoint: "cmax",
      label: "Peak, ketamine",
      unit: "ng/mL",
      from: "A",
      to: "B",
      mean: -20,
      meanError: 1,
      q05: -25,
      q50: -20,
      q95: -15,
      relative: -0.1,
      parameter05: Number.NaN,
      parameter95: Number.NaN,
    },
  ],
  checks: [],
};
