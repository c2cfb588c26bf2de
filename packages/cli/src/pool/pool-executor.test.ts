import { fileURLToPath } from "node:url";
import type { RunPlan, RunResult, RunTask } from "@kinetamine/design";
import { describe, expect, it } from "vitest";
import { poolExecutor } from "./pool-executor.ts";

const worker = (name: string) => fileURLToPath(new URL(`../../test/support/${name}-worker.mjs`, import.meta.url));
const plan = { seed: 1000 } as RunPlan;
const never = new AbortController().signal;

function tasks(count: number, regimen = "A"): RunTask[] {
  return Array.from({ length: count }, (_, index) => ({ kind: "subjects", regimen, first: 10 * index, count: 10 }));
}

async function runAll(workers: number, list: readonly RunTask[], options: { file: string; signal?: AbortSignal }) {
  const executor = poolExecutor(workers, { signal: never, ...options });
  const progress: number[] = [];
  try {
    const results = await executor.run(plan, list, (done) => progress.push(done));
    return { results, progress };
  } finally {
    await executor.close();
  }
}

describe("poolExecutor", () => {
  it.each([1, 2, 4])("returns results in the order of the tasks with %i workers", async (workers) => {
    const list = tasks(12);
    const { results, progress } = await runAll(workers, list, { file: worker("misbehaving") });
    expect(results.map((result) => result.task)).toEqual(list);
    expect(results.flatMap((result) => [...result.values])).toEqual(Array.from({ length: 120 }, (_, i) => 1000 + i));
    expect(progress).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  it("fails when a thread dies in the middle", async () => {
    const list = [...tasks(3), ...tasks(1, "dies"), ...tasks(3)];
    await expect(runAll(2, list, { file: worker("misbehaving") })).rejects.toMatchObject({
      code: "worker-failed",
      message: "A worker thread failed: worker exited with code: 3",
    });
  });

  it("fails when a task throws, with the reason", async () => {
    const list = [...tasks(3), ...tasks(1, "throws"), ...tasks(3)];
    await expect(runAll(2, list, { file: worker("misbehaving") })).rejects.toMatchObject({
      code: "worker-failed",
      message: "A worker thread failed: no such regimen",
    });
  });

  it("fails instead of waiting when threads cannot start", async () => {
    await expect(runAll(2, tasks(3), { file: worker("broken") })).rejects.toMatchObject({ code: "worker-failed" });
  });

  it("fails when the file of the worker is missing", async () => {
    await expect(runAll(1, tasks(1), { file: worker("absent") })).rejects.toMatchObject({ code: "worker-failed" });
  });

  it("stops when cancelled while tasks are running or waiting", async () => {
    const signal = AbortSignal.timeout(300);
    await expect(runAll(2, tasks(5), { file: worker("sleeping"), signal })).rejects.toMatchObject({
      code: "interrupted",
    });
  });

  it("fails when the trajectories cannot be encoded", async () => {
    const executor = poolExecutor(1, { signal: never, file: worker("misbehaving") });
    const result = { plan, blocks: [], subjects: [] } as unknown as RunResult;
    await expect(executor.encodeTrajectories(result)).rejects.toMatchObject({
      code: "worker-failed",
      message: "A worker thread failed: out of memory",
    });
    await executor.close();
  });

  it("does not start when cancelled before", async () => {
    await expect(runAll(2, tasks(5), { file: worker("sleeping"), signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "interrupted",
    });
  });
});
