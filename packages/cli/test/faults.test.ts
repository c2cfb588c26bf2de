import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namesIn, run, start, temporaryDirectory } from "./support/cli.ts";
import { changed, smallScenario } from "./support/small-scenario.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);

beforeAll(() => {
  writeFileSync(join(directory.path, "small.yaml"), smallScenario);
  writeFileSync(join(directory.path, "large.yaml"), changed("n: 8", "n: 4000"));
});

const go = (root: string, more: Parameters<typeof run>[1] = {}) =>
  run(["run", "small.yaml", "--output", root], { cwd: directory.path, ...more });

/** Nothing in a directory of runs may look finished: only partial folders, and in each a marker or nothing. */
function expectNothingFinished(root: string): void {
  for (const name of namesIn(join(directory.path, root))) {
    expect(name).toMatch(/^\.partial-/);
    const inside = namesIn(join(directory.path, root, name));
    if (inside.length > 0) expect(inside).toContain("INCOMPLETE");
  }
}

describe("a place that cannot be written", () => {
  it("is named with the reason when a file is in the way", async () => {
    writeFileSync(join(directory.path, "file"), "");
    const { code, stdout, stderr } = await go("file/runs");
    expect(code).toBe(7);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/Cannot write .*file\/runs: part of the path is not a directory \(ENOTDIR\)/);
  });

  const isRoot = process.getuid?.() === 0;
  it.skipIf(isRoot)("is named with the reason when permission is denied", async () => {
    mkdirSync(join(directory.path, "locked"));
    chmodSync(join(directory.path, "locked"), 0o555);
    const { code, stderr } = await go("locked");
    expect(code).toBe(7);
    expect(stderr).toMatch(/Cannot write .*locked.*: permission denied \(EACCES\)/);
  });
  if (isRoot) console.log("permission test left out: root may write everywhere");
});

describe("a disk that fills up", () => {
  it.each([
    0, 2_000, 40_000, 150_000,
  ])("after %i bytes ends the run with the reason and nothing that looks finished", async (bytes) => {
    const root = `full-${bytes}`;
    const { code, stdout, stderr } = await go(root, {
      preload: "./full-disk.mjs",
      env: { BYTES_LEFT: String(bytes) },
    });
    expect(code).toBe(7);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/Cannot write .*: no space is left on the device \(ENOSPC\)/);
    expectNothingFinished(root);
  });

  const mount = join(directory.path, "tmpfs");
  const mountFailure = tryMount(mount);
  it.skipIf(mountFailure !== "")("for real, on a small memory disk", async () => {
    try {
      const { code, stderr } = await go("tmpfs/runs");
      expect(code).toBe(7);
      expect(stderr).toMatch(/no space is left on the device \(ENOSPC\)/);
      expectNothingFinished("tmpfs/runs");
      const [partial = ""] = namesIn(join(mount, "runs"));
      expect(readFileSync(join(mount, "runs", partial, "INCOMPLETE"), "utf8")).toContain("no space is left");
    } finally {
      execFileSync("umount", [mount]);
    }
  });
  if (mountFailure !== "") console.log(`memory disk test left out: ${mountFailure}`);
});

function tryMount(path: string): string {
  try {
    mkdirSync(path);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=160k", "tmpfs", path], { stdio: "pipe" });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message.split("\n").slice(0, 2).join(" ") : String(error);
  }
}

describe("a run that is interrupted", () => {
  it.each([
    ["SIGINT", 0],
    ["SIGINT", 700],
    ["SIGTERM", 700],
  ] as const)("by %s after %i ms ends with 130, soon, and says so in its folder", async (signal, delay_ms) => {
    const root = `stopped-${signal}-${delay_ms}`;
    const { child, ended, says } = start(["run", "large.yaml", "--output", root], { cwd: directory.path });
    await says("[2/4] simulating");
    await setTimeout(delay_ms);
    const asked = performance.now();
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(code, stderr).toBe(130);
    expect(stdout).toBe("");
    expect(stderr).toContain("The run was interrupted before it finished");
    expectNothingFinished(root);
    const [partial = ""] = namesIn(join(directory.path, root));
    expect(namesIn(join(directory.path, root, partial))).toEqual(["INCOMPLETE", "log.ndjson"]);
    expect(readFileSync(join(directory.path, root, partial, "INCOMPLETE"), "utf8")).toContain("interrupted");
  });

  it.each([
    1, 3, 8, 16, 27,
  ])("by being killed at its write number %i leaves nothing that looks finished", async (at) => {
    const root = `killed-${at}`;
    const { signal } = await go(root, { preload: "./killed-at-write.mjs", env: { KILL_AT: String(at) } });
    expect(signal).toBe("SIGKILL");
    expectNothingFinished(root);
    for (const name of namesIn(join(directory.path, root))) {
      const { code, stderr } = await run(["verify", join(root, name)], { cwd: directory.path });
      expect(code).toBe(6);
      expect(stderr).toContain("has not finished");
    }
  });
});
