import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Executor, RunPlan, RunResult, RunTask, RunTaskResult } from "@kinetamine/design";
import { Piscina } from "piscina";
import { CliError } from "../cli-error.ts";
import { subjectCourses } from "../data-files/encode-trajectories.ts";

const workerFile = fileURLToPath(new URL("../worker.js", import.meta.url));

/**
 * Piscina loads a worker's module by `require` where Node lets it, and Node 20 aborts the whole process when a thread is
 * ended in the middle of that (FATAL ERROR: v8::Module::IsGraphAsync). Without this feature Piscina loads it by `import`.
 */
const loaderArguments = process.allowedNodeEnvironmentFlags.has("--experimental-require-module")
  ? ["--no-experimental-require-module"]
  : [];

/** An executor that owns worker threads. */
export interface PoolExecutor extends Executor {
  /** The bytes of trajectories.parquet, made on one thread while this one goes on. */
  encodeTrajectories(result: RunResult): Promise<Uint8Array>;
  /** Ends all threads; tasks still running are lost. */
  close(): Promise<void>;
}

/**
 * Runs tasks on worker threads of this process. The plan reaches each thread once, results come back in the order of the
 * tasks, and the numbers do not depend on how many threads there are. The first failure ends the whole set.
 * @param workers number of threads, at least 1
 * @param options `signal` cancels; `file` is the module each thread runs
 * @throws CliError `worker-failed` when a thread dies or a task throws, `interrupted` when cancelled
 */
export function poolExecutor(
  workers: number,
  options: { readonly signal: AbortSignal; readonly file?: string },
): PoolExecutor {
  const pools = new Map<RunPlan, Piscina>();
  const file = options.file ?? workerFile;
  const poolFor = (plan: RunPlan): Piscina => {
    const pool = pools.get(plan) ?? startPool(plan, { workers, file });
    pools.set(plan, pool);
    return pool;
  };
  const { signal } = options;
  return {
    run: (plan, tasks, progress) => runTasks(poolFor(plan), { tasks, progress, signal }),
    encodeTrajectories: (result) => {
      const pool = poolFor(result.plan);
      return allOrNone(pool, signal, [pool.run(subjectCourses(result), { name: "encodeTrajectories" })]).then(
        ([bytes]) => bytes,
      );
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      pools.clear();
    },
  };
}

function startPool(plan: RunPlan, options: { readonly workers: number; readonly file: string }): Piscina {
  if (!existsSync(options.file))
    throw new CliError("worker-failed", `Cannot start workers: ${options.file} is missing`);
  const pool = new Piscina({
    filename: options.file,
    name: "simulateTask",
    minThreads: options.workers,
    maxThreads: options.workers,
    workerData: { plan },
    execArgv: loaderArguments,
  });
  pool.on("error", () => undefined); // tasks report failures; without a listener a thread dying idle would end the process
  return pool;
}

function runTasks(
  pool: Piscina,
  job: {
    readonly tasks: readonly RunTask[];
    readonly progress: (done: number, total: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<readonly RunTaskResult[]> {
  const { tasks, progress, signal } = job;
  let done = 0;
  const running = tasks.map(async (task): Promise<RunTaskResult> => {
    const result: RunTaskResult = await pool.run(task);
    done += 1;
    progress(done, tasks.length);
    return result;
  });
  return allOrNone(pool, signal, running);
}

/** All results; or, at the first failure or when cancelled, none, and the pool is gone. */
async function allOrNone<T>(pool: Piscina, signal: AbortSignal, running: readonly Promise<T>[]): Promise<T[]> {
  const cancellation = cancelled(signal);
  try {
    return await Promise.race([Promise.all(running), cancellation.promise]);
  } catch (error) {
    await Promise.all([pool.destroy(), Promise.allSettled(running)]);
    throw signal.aborted ? interruption() : workerError(error);
  } finally {
    cancellation.stopListening();
  }
}

/** One listener for a whole set: handed to every task, the signal would warn of hundreds. */
function cancelled(signal: AbortSignal) {
  let onAbort: () => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
  });
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  return { promise, stopListening: () => signal.removeEventListener("abort", onAbort) };
}

/** The failure that a cancelled run ends with. */
export function interruption(): CliError {
  return new CliError("interrupted", "The run was interrupted before it finished");
}

function workerError(error: unknown): CliError {
  const reason = error instanceof Error ? error.message : String(error);
  return new CliError("worker-failed", `A worker thread failed: ${reason}`, { cause: error });
}
