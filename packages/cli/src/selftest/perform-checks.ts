import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Check } from "@kinetamine/design";
import type { Surroundings } from "../commands/command.ts";
import { nodeFileSystem } from "../run-folder/node-file-system.ts";
import { prepareScenario } from "../scenario/prepare-scenario.ts";
import { performRun } from "../simulation/perform-run.ts";
import { defaultWorkers } from "../simulation/simulate-plan.ts";
import { createProgress } from "../terminal/progress.ts";
import { verifyRun } from "../verify/verify-run.ts";

const examples = fileURLToPath(new URL("../../../../examples/", import.meta.url));

/** Several times what an ordinary laptop needs, so that only a real slowdown fails [s]. */
const longestRun_s = 60;

/**
 * Do the worked examples run, verify and end in time? Needs the checkout, where the examples are.
 */
export async function performChecks(surroundings: Surroundings): Promise<readonly Check[]> {
  const names = (await readdir(examples)).filter((name) => name.endsWith(".scenario.yaml")).toSorted();
  const root = await mkdtemp(join(tmpdir(), "kinetamine-selftest-"));
  try {
    const checks: Check[] = [];
    for (const name of names) checks.push(...(await performExample(name, { root, ...surroundings })));
    return checks;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function performExample(
  name: string,
  { root, terminal, signal }: Surroundings & { readonly root: string },
): Promise<readonly Check[]> {
  const settings = { workers: defaultWorkers, signal, step: createProgress(terminal, 6) };
  const started = performance.now();
  const prepared = await prepareScenario(join(examples, name), { beyondStudiedRange: false });
  const run = await performRun(prepared, { ...settings, root, files: nodeFileSystem });
  const seconds = (performance.now() - started) / 1000;
  const { discrepancies } = await verifyRun(run.folder, { ...settings, hashOnly: false });
  const failed = run.summary.checks.filter((check) => !check.passed);
  const id = name.replace(".scenario.yaml", "");
  return [
    {
      id: `time-${id}`,
      label: `${name}: time`,
      passed: seconds <= longestRun_s,
      found: `${seconds.toFixed(1)} s`,
      required: `at most ${longestRun_s} s`,
    },
    {
      id: `checks-${id}`,
      label: `${name}: numerical checks`,
      passed: failed.length === 0,
      found: failed.length === 0 ? `${run.summary.checks.length} passed` : failed.map(({ label }) => label).join("; "),
      required: "all pass",
    },
    {
      id: `verify-${id}`,
      label: `${name}: simulated again`,
      passed: discrepancies.length === 0,
      found: discrepancies.length === 0 ? "the same bytes" : discrepancies.map(({ path }) => path).join(", "),
      required: "the same bytes",
    },
  ];
}
