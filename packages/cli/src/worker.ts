/** What a worker thread runs: it is given the plan when it starts, and then one piece of work after another. */
import { type RunPlan, type RunTask, type RunTaskResult, runTask } from "@kinetamine/design";
import { move, transferableSymbol, valueSymbol, workerData } from "piscina";
import { encodeTrajectories as encode, type SubjectCourses } from "./data-files/encode-trajectories.ts";

const { plan } = workerData as { readonly plan: RunPlan };

/** The result of a task with its numbers handed over instead of copied. */
export function simulateTask(task: RunTask): ReturnType<typeof move> {
  const result: RunTaskResult = runTask(plan, task);
  return move({ [transferableSymbol]: [result.values.buffer], [valueSymbol]: result });
}

/** The bytes of trajectories.parquet, handed over likewise. */
export function encodeTrajectories(courses: SubjectCourses): ReturnType<typeof move> {
  return move(encode(plan, courses));
}
