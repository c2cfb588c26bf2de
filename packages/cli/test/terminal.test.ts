import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program, slow_ms, temporaryDirectory } from "./support/cli.ts";
import { smallScenario } from "./support/small-scenario.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);
beforeAll(() => writeFileSync(join(directory.path, "small.yaml"), smallScenario));

/** util-linux's `script` gives the program a terminal; the one of BSD and macOS takes other options. */
const hasScript = spawnSync("script", ["--version"]).stdout?.toString().includes("util-linux") === true;
if (!hasScript) console.log("tests on a terminal left out: no util-linux script command");

function onTerminal(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const command = [process.execPath, program, ...args].map((word) => `'${word}'`).join(" ");
  const options = { cwd: directory.path, env: { ...process.env, TERM: "xterm", NO_COLOR: "", ...env } };
  return spawnSync("script", ["--quiet", "--command", command, "/dev/null"], options).stdout.toString();
}

const escapeCode = "\u001b";
const count = (text: string, part: string) => text.split(part).length - 1;

describe.skipIf(!hasScript)("run on a terminal", () => {
  it("says once what the program is for and where help is, and redraws its progress", { timeout: slow_ms }, () => {
    const text = onTerminal(["run", "small.yaml"]);
    expect(count(text, "not for diagnosing, treating or dosing an individual")).toBe(1);
    expect(count(text, "988 Suicide and Crisis Lifeline")).toBe(1);
    expect(text).toContain(`\r${escapeCode}[2K[2/4] simulating`);
    expect(text).toContain("█");
    expect(text).toMatch(/report: .*report\.html\r\n$/);
  });

  it("uses no colour with NO_COLOR", { timeout: slow_ms }, () => {
    expect(onTerminal(["selftest", "--install"])).toContain(`${escapeCode}[32mall`);
    expect(onTerminal(["selftest", "--install"], { NO_COLOR: "1" })).not.toContain(`${escapeCode}[`);
  });

  it("is silent about its progress with --quiet", { timeout: slow_ms }, () => {
    expect(onTerminal(["run", "small.yaml", "--quiet"])).not.toContain(escapeCode);
  });
});

describe("a pipe whose reader leaves", () => {
  it("ends the program without complaint", () => {
    const command = `'${process.execPath}' '${program}' explain small.yaml | head -n 1; exit \${PIPESTATUS[0]}`;
    expect(execFileSync("bash", ["-c", command], { cwd: directory.path }).toString()).toMatch(/^small: /);
  });
});
