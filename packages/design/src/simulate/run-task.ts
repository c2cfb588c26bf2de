import { drawSubject, typicalSubject } from "@kinetamine/engine";
import type { RunPlan, RunTask, RunTaskResult, SubjectFailure } from "../run-types.ts";
import { drawParameters } from "./parameter-draws.ts";
import { type PreparedRun, prepareRun } from "./prepared-run.ts";
import { type CourseProblem, solveCourse } from "./solve-course.ts";

/**
 * Simulates the courses of one task.
 *
 * Each course depends on the plan and its own number alone: subjects are drawn from addresses (seed; number, purpose, name),
 * and are the same people under every regimen. So tasks may be cut and ordered in any way, on any number of workers.
 * @param plan as planned here or elsewhere; it is prepared once and then remembered
 * @param task which courses
 * @returns courses in order of number; a failed course is NaN throughout and listed
 * @throws Error for a regimen the plan has not, or a plan made with another model
 */
export function runTask(plan: RunPlan, task: RunTask): RunTaskResult {
  const run = prepareRun(plan);
  const length = plan.times.length * plan.outputs.length;
  const values = new Float64Array(task.count * length);
  const failures: SubjectFailure[] = [];
  let steps = 0;
  for (let position = 0; position < task.count; position += 1) {
    const subject = task.first + position;
    const solution = solveCourse(run, courseProblem(run, task, subject));
    steps += solution.steps;
    if (solution.status === "ok") {
      values.set(solution.outputs, position * length);
      continue;
    }
    values.fill(Number.NaN, position * length, (position + 1) * length);
    const { time = 0, state = "", reason = solution.status } = solution.failure ?? {};
    const where = state === "" ? reason : `${reason} (${state})`;
    failures.push({
      regimen: task.regimen,
      kind: task.kind,
      subject,
      status: solution.status,
      time_h: time,
      reason: where,
    });
  }
  return { task, values, failures, steps };
}

function courseProblem(run: PreparedRun, task: RunTask, number: number): CourseProblem {
  const { plan, key, population, parameters } = run;
  const regimen = plan.regimens.find(({ id }) => id === task.regimen);
  if (regimen === undefined)
    throw new Error(`cannot run a task for regimen ${task.regimen}: the plan has none of that name`);
  const { tolerance } = plan;
  const common = { regimen, parameters, tolerance };
  switch (task.kind) {
    case "subjects":
      return { ...common, subject: drawSubject(key, number, population) };
    case "half-tolerance":
      return { ...common, subject: drawSubject(key, number, population), tolerance: half(tolerance) };
    case "typical":
      return { ...common, subject: typicalSubject(population, plan.population.typical) };
    case "parameters": {
      const drawn = drawParameters(plan.parameters, { key, draw: number });
      return { ...common, subject: typicalSubject(population, plan.population.typical), parameters: drawn };
    }
  }
}

function half({ relative, absolute }: RunPlan["tolerance"]): RunPlan["tolerance"] {
  return { relative: relative / 2, absolute: absolute / 2 };
}
