import type { Executor, RunTaskResult } from "../run-types.ts";
import { runTask } from "./run-task.ts";

/** Runs tasks one after another in this thread, which does nothing else meanwhile. */
export const executorHere: Executor = {
  async run(plan, tasks, progress): Promise<readonly RunTaskResult[]> {
    return tasks.map((task, index) => {
      const result = runTask(plan, task);
      progress(index + 1, tasks.length);
      return result;
    });
  },
};
