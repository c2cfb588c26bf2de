/** Runs every check of the repository in order, then the tests, and closes with one line `N passed, N failed`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const checks = [
  ["build", "npm run --silent build"],
  ["lint", "npm run --silent lint"],
  ["types of tests", "npm run --silent types"],
  ["arrows between packages", "npm run --silent arrows"],
  ["unused code", "npm run --silent unused"],
  ["sources of every number", "npm run --silent check:sources"],
  ["wording", "npm run --silent check:wording"],
  ["documents", "npm run --silent check:docs"],
];

function shell(command, output = "pipe") {
  return spawnSync(command, {
    cwd: root,
    shell: true,
    encoding: "utf8",
    stdio: ["ignore", output, output],
    maxBuffer: 1 << 28,
  });
}

function runChecks() {
  let failed = 0;
  for (const [label, command] of checks) {
    const begin = performance.now();
    const result = shell(command);
    const passed = result.status === 0;
    if (!passed) {
      failed += 1;
      console.log(`${result.stdout}\n${result.stderr}`);
    }
    console.log(`${passed ? "ok    " : "FAILED"} ${label} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  }
  return failed;
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "kinetamine-tests-"));
  const file = join(folder, "result.json");
  const result = shell(`npx vitest run --reporter=default --reporter=json --outputFile.json=${file}`, "inherit");
  const counts = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });
  const failed = counts.numFailedTests + (result.status !== 0 && counts.numFailedTests === 0 ? 1 : 0);
  return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests };
}

const failedChecks = runChecks();
const tests = runTests();
const failed = tests.failed + failedChecks;
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : "";
console.log(`${tests.passed + checks.length - failedChecks} passed, ${failed} failed${skipped}`);
process.exit(failed === 0 && tests.passed > 0 ? 0 : 1);
