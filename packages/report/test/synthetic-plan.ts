import type { OutputDescription, PlannedDose, PlannedRegimen, RunPlan } from "@kinetamine/design";
import type { ParameterRecord } from "@kinetamine/ketamine";
import type { StudiedDose } from "../src/report-input.ts";

/** The outputs of the made-up model, in the order of its values. */
export const syntheticOutputs: readonly OutputDescription[] = [
  output("C_ketamine_venous", "Ketamine in venous plasma", "ng/mL", "pharmacokinetics"),
  output("C_ketamine_arterial", "Ketamine in arterial plasma", "ng/mL", "pharmacokinetics"),
  output("C_esketamine_venous", "Esketamine in venous plasma", "ng/mL", "pharmacokinetics"),
  output("C_arketamine_venous", "Arketamine in venous plasma", "ng/mL", "pharmacokinetics"),
  output("C_norketamine_venous", "Norketamine in venous plasma", "ng/mL", "pharmacokinetics"),
  output("NMDA_occupancy", "NMDA receptor occupancy", "1", "mechanism"),
  output("block_interneuron", "NMDA block on interneurons", "1", "mechanism"),
  output("block_pyramidal", "NMDA block on pyramidal cells", "1", "mechanism"),
  output("glutamate", "Prefrontal glutamate", "1", "mechanism"),
  output("AMPA_throughput", "AMPA receptor throughput", "1", "mechanism"),
  output("BDNF", "BDNF release", "1", "mechanism"),
  output("mTORC1", "mTORC1 activity", "1", "mechanism"),
  output("potentiation", "Synaptic potentiation", "1", "mechanism"),
  output("spine_density", "Dendritic spine density", "1", "mechanism"),
  output("drug_effect", "Drug effect on symptoms", "1", "mechanism"),
  output("score", "HAM-A score", "{points}", "symptoms"),
  output("CADSS", "Dissociation (CADSS)", "{points}", "tolerability"),
  output("SBP_change", "Systolic pressure change", "mm[Hg]", "tolerability"),
  output("HR_change", "Heart rate change", "{beats}/min", "tolerability"),
];

function output(name: string, label: string, unit: string, group: OutputDescription["group"]): OutputDescription {
  return { name, label, unit, group };
}

const sessionDays = [1, 4, 8, 11, 15, 18];

/** Twice a week for three weeks, as racemate into a vein. */
export function syntheticRegimen(id: string, label: string, minutes: number): PlannedRegimen {
  return { id, label, doses: sessionDays.map((day, index) => infusion(day, index + 1, minutes / 60)) };
}

function infusion(day: number, number: number, duration_h: number): PlannedDose {
  return {
    number,
    day,
    clock: "09:00",
    time_h: 24 * (day - 1),
    drug: "ketamine",
    expressedAs: "base",
    route: "iv",
    dose: { value: 0.5, unit: "mg/kg" },
    amount_mg_70kg: 35,
    duration_h,
    range: "studied-elsewhere",
    isBeyondStudied: false,
    rangeSources: ["fictional2020"],
    rangeReason: "0.5 mg/kg into a vein was studied in PTSD, SAD and OCD, not in GAD",
  };
}

/** Dense through six hours after each session, then sparse to day 57 [h]. */
export function syntheticTimes(): number[] {
  const session = [...range(0, 60, 2), ...range(65, 180, 5), ...range(195, 360, 15), 480, 720].map(
    (minute) => minute / 60,
  );
  const all = [
    ...sessionDays.flatMap((day) => session.map((time) => 24 * (day - 1) + time)),
    ...range(0, 56, 1).map((day) => 24 * day),
  ];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

/** Made-up studies to compare doses with. */
export const syntheticStudies: readonly StudiedDose[] = [
  study("Taylor 2018", "sad", "controlled", [0.5, 0.5], [40, 40]),
  study("Feder 2014", "ptsd", "controlled", [0.5, 0.5], [40, 40]),
  study("Feder 2021", "ptsd", "controlled", [0.5, 0.5], [40, 40]),
  study("Abdallah 2022", "ptsd", "controlled", [0.2, 0.5], [40, 40]),
  study("Rodriguez 2013", "ocd", "controlled", [0.5, 0.5], [40, 40]),
  study("Bloch 2012", "ocd", "open", [0.5, 0.5], [40, 40]),
  study("Fava 2018", "mdd", "controlled", [0.1, 1], [40, 40]),
  study("Andrade 2017", "mdd", "review", undefined, [2, 100]),
  study("Ross 2019", "ptsd", "practice", [1, 1.94], [60, 60]),
  study("clinic survey 2022", "mixed", "practice", [0.5, 3], undefined),
];

type Ends = readonly [number, number];

function study(label: string, disorder: string, kind: string, dose?: Ends, infusion?: Ends): StudiedDose {
  return {
    ...{ label, disorder, kind, drug: "ketamine", route: "iv" },
    ...(dose === undefined ? {} : { dose: { low: dose[0], high: dose[1], unit: "mg/kg" } }),
    ...(infusion === undefined ? {} : { infusion_min: { low: infusion[0], high: infusion[1] } }),
  };
}

const parameters = [
  {
    kind: "parameter",
    name: "CL_S",
    meaning: "Clearance of esketamine from arterial plasma",
    unit: "L/h",
    value: 89,
    status: "calibrated",
    reference: "70 kg adult",
    variability: { eta: "eta_CL", distribution: "lognormal", omega: 0.3, status: "assumed", sources: [] },
    uncertainty: { distribution: "lognormal", sd: 0.03, status: "calibrated" },
    sources: [{ ref: "fictional2020", where: "table 2" }],
  },
  {
    kind: "parameter",
    name: "S_G",
    meaning: "Gain from disinhibition to glutamate",
    unit: "1",
    value: 2.4,
    status: "assumed",
    sources: [{ ref: "fictional2020", where: "discussion", note: "order of magnitude only" }],
    certainty: "animal",
  },
] as unknown as readonly ParameterRecord[];

/** A plan with everything a report reads. */
export function syntheticPlan(regimens: readonly PlannedRegimen[], subjectCount: number): RunPlan {
  return {
    scenario: {
      schema: "kinetamine.scenario/v1",
      id: "iv-gad-6x",
      title: "Racemic ketamine 0.5 mg/kg twice weekly for three weeks in generalised anxiety disorder",
      credibility: {
        question_of_interest: "How long does the anxiety benefit last after the sixth infusion?",
        context_of_use: "research-and-education",
        model_influence: "medium",
        consequence_of_wrong_decision: "low",
      },
    } as unknown as RunPlan["scenario"],
    scenarioHash: "5f".repeat(32),
    model: { id: "anx-core", version: "0.1.0", hash: "a1b2c3d4" },
    indication: "gad",
    scale: {
      name: "HAM-A",
      min: 0,
      max: 56,
      responseFraction: 0.5,
      remissionAtMost: 7,
      responseSource: "fictional2020",
    },
    population: {
      baseline: { scale: "HAM-A", mean: 26, sd: 5, min: 18, max: 56 },
      covariates: { WT: { distribution: "lognormal", geomean: 78, cv: 0.22, min: 45, max: 140 } },
      typical: { WT: 78 },
      concomitant: [],
    },
    regimens,
    times: syntheticTimes(),
    outputs: syntheticOutputs,
    parameters,
    variability: { etas: ["eta_CL"], covariance: [[0.09]] },
    beyondStudiedRange: false,
    seed: 20260101,
    subjectCount,
    parameterDraws: 20,
    tolerance: { relative: 1e-6, absolute: 1e-9 },
    findings: [
      {
        level: "caution",
        code: "indication-extrapolated",
        path: "regimens.0.doses.0.dose",
        message: "0.5 mg/kg into a vein was studied in PTSD, SAD and OCD, not in GAD",
        sources: ["fictional2020"],
      },
    ],
  };
}
