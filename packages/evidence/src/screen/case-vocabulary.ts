/** The closed words of a case. There is no place for a name, a date or a record number. */

export const ageBands = ["under-18", "18-29", "30-39", "40-49", "50-59", "60-64", "65-74", "75-and-over"] as const;

export const indications = ["sad", "gad", "panic", "ptsd", "ocd", "other"] as const;
/** What treatment is being discussed for. */
export type Indication = (typeof indications)[number];

export const medicineClasses = [
  "ssri",
  "snri",
  "clomipramine",
  "pregabalin",
  "other-antidepressant",
  "antipsychotic",
  "buspirone",
  "other",
] as const;
export type MedicineClass = (typeof medicineClasses)[number];

export const psychologicalTreatments = [
  "cbt",
  "exposure-response-prevention",
  "prolonged-exposure",
  "cognitive-processing",
  "emdr",
  "other",
] as const;
export type PsychologicalTreatment = (typeof psychologicalTreatments)[number];

/** How a treatment ended. `not-tolerated`: stopped before an adequate dose and time, so it says nothing about response. */
export const treatmentResults = ["failed", "partial", "responded", "not-tolerated", "unknown"] as const;
export type TreatmentResult = (typeof treatmentResults)[number];

export const caseDrugs = ["ketamine", "esketamine"] as const;
export const caseRoutes = ["iv", "im", "sc", "intranasal", "oral", "sublingual"] as const;
export const settings = ["clinic", "home"] as const;
export const severityScales = [
  "lsas",
  "lsas-sr",
  "ham-a",
  "caps-5",
  "caps",
  "pcl-5",
  "ies-r",
  "y-bocs",
  "gad-7",
] as const;

/** Names of conditions for readers. */
export const indicationNames: Readonly<Record<Indication | "unknown", string>> = {
  sad: "social anxiety disorder",
  gad: "generalised anxiety disorder",
  panic: "panic disorder",
  ptsd: "post-traumatic stress disorder",
  ocd: "obsessive-compulsive disorder",
  other: "another condition",
  unknown: "not stated",
};

/** Names of treatments for readers. */
export const treatmentNames: Readonly<Record<MedicineClass | PsychologicalTreatment, string>> = {
  ssri: "an SSRI",
  snri: "an SNRI",
  clomipramine: "clomipramine",
  pregabalin: "pregabalin",
  "other-antidepressant": "another antidepressant",
  antipsychotic: "an antipsychotic",
  buspirone: "buspirone",
  cbt: "cognitive behavioural therapy",
  "exposure-response-prevention": "exposure and response prevention",
  "prolonged-exposure": "prolonged exposure",
  "cognitive-processing": "cognitive processing therapy",
  emdr: "EMDR",
  other: "another treatment",
};
