import { availableParallelism } from "node:os";
import { type RunPlan, type RunResult, simulateRun } from "@kinetamine/design";
import { InvalidArgumentError } from "commander";
import { poolExecutor } from "../pool/pool-executor.ts";

/** How many threads are used unless told. */
export const defaultWorkers = availableParallelism();

/** More threads than this only cost memory. */
const mostWorkers = 256;

/**
 * Reads the value of --workers.
 * @throws InvalidArgumentError unless it is a whole number from 1 to 256
 */
export function parseWorkers(text: string): number {
  const workers = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (workers >= 1 && workers <= mostWorkers) return workers;
  throw new InvalidArgumentError(`A whole number from 1 to ${mostWorkers} is required.`);
}

/**
 * Simulates a plan on worker threads, which have ended when this returns or throws.
 * @throws CliError `worker-failed`, `interrupted`
 */
export async function simulatePlan(
  plan: RunPlan,
  options: {
    readonly workers: number;
    readonly signal: AbortSignal;
    readonly progress: (done: number, total: number) => void;
  },
): Promise<RunResult> {
  const { workers, signal, progress } = options;
  const executor = poolExecutor(workers, { signal });
  try {
    return await simulateRun(plan, executor, { progress });
  } finally {
    await executor.close();
  }
}
