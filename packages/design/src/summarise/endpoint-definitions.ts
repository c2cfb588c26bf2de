/** What is measured in each course: peaks, exposure, score changes. */
import type { PlannedRegimen, RunPlan } from "../run-types.ts";
import { type Course, outputIndex, timeIndex } from "./course.ts";

/** One number taken from a course. */
export interface EndpointDefinition {
  /** Stable name, the same in every regimen that has it. */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  measure(course: Course): number;
}

/** Positions of recorded times from `first` to `last`, both included. */
interface Window {
  readonly first: number;
  readonly last: number;
}

/**
 * The endpoints of a regimen. Peaks are the largest recorded values, so they fall short of the true peak by what happens
 * between two recording times (5 min during a session). Score changes are against the score at time 0; negative is better.
 */
export function endpointsOf(plan: RunPlan, regimen: PlannedRegimen): readonly EndpointDefinition[] {
  return [
    ...exposure(plan, regimen),
    ...dissociation(plan, regimen),
    ...pressure(plan),
    ...scoreChanges(plan, regimen),
  ];
}

/** From the start of a session to the next one, at most 24 h and at most to the end. */
function sessionWindow(plan: RunPlan, regimen: PlannedRegimen, session: number): Window {
  const start = regimen.doses[session]?.time_h ?? 0;
  const next = regimen.doses[session + 1]?.time_h ?? Number.POSITIVE_INFINITY;
  const end = Math.min(start + 24, next, plan.times.at(-1) ?? 0);
  const last = plan.times.findLastIndex((time) => time <= end + 1e-9);
  return { first: timeIndex(plan, start), last };
}

function peak(course: Course, output: number, window: Window): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let time = window.first; time <= window.last; time += 1) {
    const value = course.value(output, time);
    if (Number.isNaN(value)) return Number.NaN;
    highest = Math.max(highest, value);
  }
  return highest;
}

/** Linear trapezoidal rule over the recorded times. */
function areaUnder(course: Course, output: number, window: Window): number {
  const { times } = course.plan;
  let area = 0;
  for (let time = window.first + 1; time <= window.last; time += 1) {
    const width = (times[time] ?? 0) - (times[time - 1] ?? 0);
    area += (width * (course.value(output, time - 1) + course.value(output, time))) / 2;
  }
  return area;
}

function exposure(plan: RunPlan, regimen: PlannedRegimen): readonly EndpointDefinition[] {
  const output = outputIndex(plan, "C_ketamine_venous");
  if (output < 0) return [];
  const window = sessionWindow(plan, regimen, 0);
  return [
    {
      id: "ketamine_peak_first",
      label: "Peak ketamine in venous plasma, first session",
      unit: "ng/mL",
      measure: (course) => peak(course, output, window),
    },
    {
      id: "ketamine_auc_first",
      label: "Ketamine exposure in venous plasma over 24 h, first session",
      unit: "ng.h/mL",
      measure: (course) => areaUnder(course, output, window),
    },
  ];
}

function dissociation(plan: RunPlan, regimen: PlannedRegimen): readonly EndpointDefinition[] {
  const output = outputIndex(plan, "CADSS");
  if (output < 0) return [];
  const unit = plan.outputs[output]?.unit ?? "";
  const whole = { first: 0, last: plan.times.length - 1 };
  const sessions = regimen.doses.map((dose, session): EndpointDefinition => {
    const window = sessionWindow(plan, regimen, session);
    return {
      id: `CADSS_peak_session_${dose.number}`,
      label: `Peak dissociation (CADSS), session ${dose.number}`,
      unit,
      measure: (course) => peak(course, output, window),
    };
  });
  return [
    {
      id: "CADSS_peak",
      label: "Peak dissociation (CADSS), all sessions",
      unit,
      measure: (course) => peak(course, output, whole),
    },
    ...sessions,
  ];
}

function pressure(plan: RunPlan): readonly EndpointDefinition[] {
  const output = outputIndex(plan, "SBP_change");
  if (output < 0) return [];
  const whole = { first: 0, last: plan.times.length - 1 };
  return [
    {
      id: "SBP_peak",
      label: "Peak rise of systolic blood pressure, all sessions",
      unit: plan.outputs[output]?.unit ?? "",
      measure: (course) => peak(course, output, whole),
    },
  ];
}

/** Fixed times after the first dose, a day after the last, and the end: those the run records and none twice. */
function scoreChanges(plan: RunPlan, regimen: PlannedRegimen): readonly EndpointDefinition[] {
  const output = outputIndex(plan, "score");
  if (output < 0) return [];
  const first = regimen.doses[0]?.time_h ?? 0;
  const last = regimen.doses.at(-1)?.time_h ?? 0;
  const moments = [
    { id: "score_change_24h", when: "24 h after the first dose", time_h: first + 24 },
    { id: "score_change_7d", when: "7 days after the first dose", time_h: first + 168 },
    { id: "score_change_21d", when: "21 days after the first dose", time_h: first + 504 },
    ...(last > first
      ? [{ id: "score_change_24h_after_last", when: "24 h after the last dose", time_h: last + 24 }]
      : []),
    { id: "score_change_end", when: "end of observation", time_h: plan.times.at(-1) ?? 0 },
  ];
  return moments.flatMap(({ id, when, time_h }) => {
    const time = timeIndex(plan, time_h);
    if (time < 0) return [];
    return [
      {
        id,
        label: `Change of ${plan.scale.name}, ${when} (day ${Math.floor(time_h / 24) + 1})`,
        unit: plan.outputs[output]?.unit ?? "",
        measure: (course: Course) => course.value(output, time) - course.value(output, 0),
      },
    ];
  });
}
