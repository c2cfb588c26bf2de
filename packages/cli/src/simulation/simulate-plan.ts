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

/** What simulating a plan gives. */
export interface SimulatedPlan {
  readonly result: RunResult;
  /** The bytes of trajectories.parquet, made by a worker while the caller goes on. */
  readonly trajectories: Promise<Uint8Array>;
}

/**
 * Simulates a plan on worker threads, which end with the last of their work.
 * @throws CliError `worker-failed`, `interrupted`
 */
export async function simulatePlan(
  plan: RunPlan,
  options: {
    readonly workers: number;
    readonly signal: AbortSignal;
    readonly progress: (done: number, total: number) => void;
  },
): Promise<SimulatedPlan> {
  const { workers, signal, progress } = options;
  const executor = poolExecutor(workers, { signal });
  try {
    const result = await simulateRun(plan, executor, { progress });
    const trajectories = executor.encodeTrajectories(result).finally(() => executor.close());
    trajectories.catch(() => undefined); // a caller that fails before it asks for the bytes never hears of their failure
    return { result, trajectories };
  } catch (error) {
    await executor.close();
    throw error;
  }
}
