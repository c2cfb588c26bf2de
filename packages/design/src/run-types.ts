/**
 * The values that pass between planning, simulating, summarising, reporting and writing a run.
 * Times are hours from study day 1, 09:00 [h] unless a name says otherwise.
 */
import type { Variability } from "@kinetamine/engine";
import type { ParameterRecord } from "@kinetamine/ketamine";
import type { Scenario } from "./scenario/scenario-schema.ts";

/** Where a dose stands against what trials have studied; see limits.ts. */
export type StudiedRange = "studied" | "studied-elsewhere" | "outside";

/** Something a reader must know about the plan: it never stops a run by itself. */
export interface Finding {
  readonly level: "note" | "caution" | "warning";
  /** Stable code, listed in docs/reference/errors.md. */
  readonly code: string;
  /** Path into the scenario, e.g. `regimens.0.doses.0.dose`. */
  readonly path: string;
  readonly message: string;
  readonly sources: readonly string[];
}

/** One session as it will be given. */
export interface PlannedDose {
  /** 1 for the first dose of the regimen. */
  readonly number: number;
  /** Study day, first day is 1. */
  readonly day: number;
  /** Clock time, e.g. "09:00". */
  readonly clock: string;
  readonly time_h: number;
  readonly drug: "ketamine" | "esketamine";
  readonly expressedAs: "base" | "hydrochloride";
  readonly route: "iv" | "intranasal";
  /** As written; weight-based doses are multiplied by each subject's weight. */
  readonly dose: { readonly value: number; readonly unit: "mg/kg" | "mg" };
  /** Free base for a 70 kg adult [mg]. */
  readonly amount_mg_70kg: number;
  /** Infusion time, 0 for a nasal device [h]. */
  readonly duration_h: number;
  readonly device?: { readonly strength_mg: number; readonly count: number; readonly gap_h: number };
  readonly range: StudiedRange;
  /** Above the largest or faster than the shortest studied: planned only on explicit request. */
  readonly isBeyondStudied: boolean;
  /** The studied doses this one was compared with, in words. */
  readonly rangeReason: string;
  /** Their citations. */
  readonly rangeSources: readonly string[];
}

export interface PlannedRegimen {
  readonly id: string;
  readonly label: string;
  readonly doses: readonly PlannedDose[];
}

export interface OutputDescription {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly group: "pharmacokinetics" | "mechanism" | "symptoms" | "tolerability";
}

/** How a covariate varies between virtual patients, in the covariate's unit; truncation is exact. */
export type PlannedCovariate =
  | { readonly distribution: "constant"; readonly value: number }
  | {
      readonly distribution: "truncnormal";
      readonly mean: number;
      readonly sd: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly distribution: "lognormal";
      readonly geomean: number;
      readonly cv: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly distribution: "uniform"; readonly min: number; readonly max: number }
  | { readonly distribution: "bernoulli"; readonly p: number };

/** Who is simulated, with every covariate the model reads. */
export interface PlannedPopulation {
  /** Scores before treatment; the same numbers as covariate BASE [points]. */
  readonly baseline: {
    readonly scale: string;
    readonly mean: number;
    readonly sd: number;
    readonly min: number;
    readonly max: number;
  };
  /** By name of the model's input: WT [kg], AGE [a], SEXF (1 for female), BASE [points] and the settings of the model. */
  readonly covariates: Readonly<Record<string, PlannedCovariate>>;
  /** The typical patient: the middle of each distribution; SEXF is 1 where at least half are female. */
  readonly typical: Readonly<Record<string, number>>;
  /** Other medicines: recorded with each virtual patient, without effect in the model. */
  readonly concomitant: readonly { readonly class: string; readonly fraction: number }[];
}

/** A scenario with every default, dose, sampling time and parameter written out: what the lock file holds and workers receive. Plain JSON data. */
export interface RunPlan {
  readonly scenario: Scenario;
  /** Content hash of the scenario text (SHA-256, hex). */
  readonly scenarioHash: string;
  readonly model: { readonly id: string; readonly version: string; readonly hash: string };
  readonly indication: "sad" | "gad" | "ptsd" | "ocd";
  /** Symptom scale of the score output, e.g. HAM-A. */
  readonly scale: {
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly responseFraction: number;
    readonly remissionAtMost: number;
    readonly responseSource: string;
  };
  readonly population: PlannedPopulation;
  readonly regimens: readonly PlannedRegimen[];
  /** Common to all regimens, increasing [h]. */
  readonly times: readonly number[];
  readonly outputs: readonly OutputDescription[];
  /** Those of the model, of the disorder, and those that turn sessions into doses. */
  readonly parameters: readonly ParameterRecord[];
  /** Spread of the random effects between virtual patients. */
  readonly variability: Variability;
  readonly seed: number;
  readonly subjectCount: number;
  /** Draws from the parameters' uncertainty; 0 for none. */
  readonly parameterDraws: number;
  readonly tolerance: { readonly relative: number; readonly absolute: number };
  /** Doses beyond the studied range were asked for when the run was started; a scenario file cannot ask. */
  readonly beyondStudiedRange: boolean;
  readonly findings: readonly Finding[];
}

/** One virtual patient: covariates with units in the names, e.g. WT_kg, AGE_a, BASE_points, and CONMED_ssri for other medicines. */
export interface SubjectRow {
  readonly subject: number;
  readonly covariates: Readonly<Record<string, number>>;
  readonly etas: Readonly<Record<string, number>>;
}

/** A course that did not reach the end; it is NaN throughout and left out of every statistic. */
export interface SubjectFailure {
  readonly regimen: string;
  readonly kind: CourseKind;
  /** Number of the virtual patient or of the parameter draw, from 0. */
  readonly subject: number;
  readonly status: string;
  readonly time_h: number;
  readonly reason: string;
}

/**
 * "subjects": courses are virtual patients in order of number. "typical": one course, no variability. "parameters": typical
 * courses, one per parameter draw. "half-tolerance": the first virtual patients again, solved at half the tolerance, for checks.
 */
export type CourseKind = "subjects" | "typical" | "parameters" | "half-tolerance";

/** A block of simulated courses: `values` is courses x times x outputs, row-major; failed courses are NaN throughout. */
export interface CourseBlock {
  readonly regimen: string;
  readonly kind: CourseKind;
  readonly courses: number;
  readonly values: Float64Array;
}

export interface RunResult {
  readonly plan: RunPlan;
  readonly subjects: readonly SubjectRow[];
  readonly blocks: readonly CourseBlock[];
  readonly failures: readonly SubjectFailure[];
  readonly steps: number;
}

/** A self-contained piece of work for one worker: the same numbers wherever and in whatever order it runs. */
export interface RunTask {
  readonly kind: CourseKind;
  readonly regimen: string;
  readonly first: number;
  readonly count: number;
}

export interface RunTaskResult {
  readonly task: RunTask;
  readonly values: Float64Array;
  readonly failures: readonly SubjectFailure[];
  readonly steps: number;
}

/** Runs tasks somewhere (this thread, worker threads, a queue); results come back in the order of the tasks. */
export interface Executor {
  run(
    plan: RunPlan,
    tasks: readonly RunTask[],
    progress: (done: number, total: number) => void,
  ): Promise<readonly RunTaskResult[]>;
}

/** Spread of one output over time for one regimen, in the output's unit. All arrays run along `RunPlan.times`. */
export interface Ribbon {
  readonly regimen: string;
  readonly output: string;
  /** Between virtual patients. */
  readonly q05: readonly number[];
  readonly q25: readonly number[];
  readonly q50: readonly number[];
  readonly q75: readonly number[];
  readonly q95: readonly number[];
  readonly mean: readonly number[];
  /** Typical patient (all random effects zero). */
  readonly typical: readonly number[];
  /** 90 % interval of the typical course over parameter draws; empty without draws. */
  readonly parameter05: readonly number[];
  readonly parameter95: readonly number[];
}

export interface ResponseCurve {
  readonly regimen: string;
  readonly response: readonly number[];
  readonly remission: readonly number[];
  /** Monte Carlo standard errors of the proportions. */
  readonly responseError: readonly number[];
  readonly remissionError: readonly number[];
}

/** One number per virtual patient, summarised: peak concentration, AUC, score change on a day. */
export interface EndpointRow {
  readonly regimen: string;
  readonly endpoint: string;
  readonly label: string;
  readonly unit: string;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
  readonly typical: number;
}

/** The paired difference of an endpoint between two regimens (B minus A) in the same virtual patients. */
export interface ContrastRow {
  readonly endpoint: string;
  readonly label: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  /** Mean paired difference with its Monte Carlo standard error. */
  readonly mean: number;
  readonly meanError: number;
  /** 90 % of virtual patients lie in this interval. */
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
  /** Relative difference of the means, B over A minus 1; NaN where the A mean is zero. */
  readonly relative: number;
  /** 90 % interval of the typical patient's difference over parameter draws; NaN without draws. */
  readonly parameter05: number;
  readonly parameter95: number;
}

export interface Check {
  readonly id: string;
  readonly label: string;
  readonly passed: boolean;
  /** What was measured, with unit, and what was required. */
  readonly found: string;
  readonly required: string;
}

export interface RunSummary {
  readonly ribbons: readonly Ribbon[];
  readonly responses: readonly ResponseCurve[];
  readonly endpoints: readonly EndpointRow[];
  readonly contrasts: readonly ContrastRow[];
  readonly checks: readonly Check[];
}
