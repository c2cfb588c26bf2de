import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunPlan } from "@kinetamine/design";
import { CliError } from "../cli-error.ts";
import { tool } from "../tool.ts";
import { folderFiles } from "./folder-files.ts";
import { systemErrorName } from "./write-error.ts";

/** Identifies the layout of scenario.lock.json. */
const lockSchema = "kinetamine.lock/v1";

/**
 * The text of scenario.lock.json: the plan with every dose, time, parameter and default written out, which is all that is
 * needed to simulate the run again.
 */
export function lockText(plan: RunPlan): string {
  return `${JSON.stringify({ schema: lockSchema, tool, plan }, null, 2)}\n`;
}

/**
 * Reads the plan of a run.
 * @param folder path of the run folder
 * @throws CliError `lock-unreadable`
 */
export async function readLockFile(folder: string): Promise<RunPlan> {
  const path = join(folder, folderFiles.lock);
  try {
    return parseLock(await readFile(path, "utf8"), path);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError("lock-unreadable", `Cannot read ${path}: ${systemErrorName(error)}`, { cause: error });
  }
}

/**
 * Reads back what {@link lockText} wrote.
 * @param path named in messages
 * @throws CliError `lock-unreadable`
 */
export function parseLock(text: string, path: string): RunPlan {
  const fail = (found: string) =>
    new CliError(
      "lock-unreadable",
      `Cannot read ${path}: found ${found}, required a JSON object with schema ${lockSchema}`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail("text that is not JSON");
  }
  if (typeof value !== "object" || value === null || !("schema" in value) || !("plan" in value)) throw fail("no plan");
  if (value.schema !== lockSchema) throw fail(`schema ${String(value.schema)}`);
  if (!isPlan(value.plan)) throw fail("an incomplete plan");
  return value.plan;
}

/** The lock was hashed when it was written, so this only keeps a lock of another layout from failing deep inside a run. */
function isPlan(value: unknown): value is RunPlan {
  if (typeof value !== "object" || value === null) return false;
  const lists = ["regimens", "times", "outputs", "parameters"] as const;
  const plan = value as Readonly<Record<string, unknown>>;
  return (
    lists.every((name) => Array.isArray(plan[name])) && ["scenario", "model", "seed"].every((name) => name in plan)
  );
}
