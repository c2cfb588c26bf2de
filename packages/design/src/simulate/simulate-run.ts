import type { CourseBlock, CourseKind, Executor, RunPlan, RunResult, RunTask, RunTaskResult } from "../run-types.ts";
import { subjectRows } from "./subject-rows.ts";

/** Small enough that workers finish together, large enough that handing over a task costs nothing beside running it. */
const largestTask = 25;

/** How many virtual patients of each regimen are solved again at half the tolerance. */
const toleranceSubjects = 5;

/**
 * Simulates a plan: virtual patients, the typical patient, parameter draws, and a few patients again at half the tolerance.
 * @param executor where tasks run; the numbers do not depend on it
 * @param options `progress` is told how many tasks are done, and of how many
 * @returns blocks of courses, regimen by regimen
 */
export async function simulateRun(
  plan: RunPlan,
  executor: Executor,
  options: { readonly progress?: (done: number, total: number) => void } = {},
): Promise<RunResult> {
  const tasks = runTasks(plan);
  const results = await executor.run(plan, tasks, options.progress ?? (() => undefined));
  const blocks = plan.regimens.flatMap(({ id }) =>
    kinds(plan).map(({ kind, courses }) => joinBlock({ regimen: id, kind, courses }, results)),
  );
  return {
    plan,
    subjects: subjectRows(plan),
    blocks,
    failures: results.flatMap(({ failures }) => failures),
    steps: results.reduce((sum, { steps }) => sum + steps, 0),
  };
}

/** All tasks of a plan, in a fixed order; patients first, because they take longest. */
export function runTasks(plan: RunPlan): readonly RunTask[] {
  return kinds(plan).flatMap(({ kind, courses }) =>
    plan.regimens.flatMap(({ id }) =>
      Array.from({ length: Math.ceil(courses / largestTask) }, (_, index) => {
        const first = index * largestTask;
        return { kind, regimen: id, first, count: Math.min(largestTask, courses - first) };
      }),
    ),
  );
}

function kinds(plan: RunPlan): readonly { readonly kind: CourseKind; readonly courses: number }[] {
  return [
    { kind: "subjects", courses: plan.subjectCount },
    { kind: "parameters", courses: plan.parameterDraws },
    { kind: "half-tolerance", courses: Math.min(toleranceSubjects, plan.subjectCount) },
    { kind: "typical", courses: 1 },
  ];
}

function joinBlock(block: Omit<CourseBlock, "values">, results: readonly RunTaskResult[]): CourseBlock {
  const parts = results.filter(({ task }) => task.kind === block.kind && task.regimen === block.regimen);
  const values = new Float64Array(parts.reduce((sum, part) => sum + part.values.length, 0));
  let offset = 0;
  for (const part of [...parts].sort((a, b) => a.task.first - b.task.first)) {
    values.set(part.values, offset);
    offset += part.values.length;
  }
  return { ...block, values };
}
