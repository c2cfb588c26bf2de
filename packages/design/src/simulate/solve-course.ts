import { assembleInputs, type Solution, type VirtualSubject } from "@kinetamine/engine";
import { dosesFor } from "@kinetamine/ketamine";
import { administrationOf } from "../plan/administration.ts";
import type { PlannedRegimen, RunPlan } from "../run-types.ts";
import type { PreparedRun } from "./prepared-run.ts";

/** Who receives what, with which parameters, how exactly. */
export interface CourseProblem {
  readonly subject: VirtualSubject;
  readonly regimen: PlannedRegimen;
  /** Values by name of every parameter of the plan. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly tolerance: RunPlan["tolerance"];
}

/**
 * The doses of a regimen in one subject, as the model takes them [h; umol].
 * @param parameters values by name; those that turn sessions into doses are used
 */
export function subjectDoses(
  regimen: PlannedRegimen,
  subject: { readonly weight_kg: number; readonly parameters: Readonly<Record<string, number>> },
) {
  const { weight_kg, parameters } = subject;
  return regimen.doses.flatMap((dose) => dosesFor(administrationOf(dose, weight_kg), { parameters }));
}

/** Solves one course; a failure is a status of the solution, not an error. */
export function solveCourse(run: PreparedRun, problem: CourseProblem): Solution {
  const { subject, regimen, parameters, tolerance } = problem;
  const { WT: weight_kg } = subject.covariates;
  if (weight_kg === undefined) throw new Error("cannot dose a subject without a weight");
  const read = run.model.inputs.filter(({ kind }) => kind === "parameter").map(({ name }) => name);
  return run.solver.solve({
    inputs: assembleInputs(run.model, {
      parameters: Object.fromEntries(read.map((name) => [name, parameters[name] ?? Number.NaN])),
      covariates: subject.covariates,
      etas: subject.etas,
    }),
    doses: subjectDoses(regimen, { weight_kg, parameters }),
    outputTimes: run.plan.times,
    tolerance,
  });
}
