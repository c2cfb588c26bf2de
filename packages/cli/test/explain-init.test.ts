import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { namesIn, repository, run, temporaryDirectory } from "./support/cli.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);
const at = { cwd: directory.path };

describe("explain", () => {
  it("prints every dose of the first example and writes nothing", async () => {
    const { code, stdout, stderr } = await run(
      ["explain", join(repository, "examples/iv-twice-weekly.scenario.yaml")],
      at,
    );
    expect(code, stderr).toBe(0);
    for (const [number, day] of [1, 4, 8, 11, 15, 18].entries()) {
      expect(stdout).toMatch(
        new RegExp(`dose ${number + 1}: day ${day} 09:00, ketamine 35\\.0 mg base.* over 40 min, 52\\.5 mg/h`),
      );
    }
    expect(stdout).toMatch(/over 60 min, 35\.0 mg\/h/);
    expect(namesIn(directory.path)).toEqual([]);
  });

  it("gives the whole plan as JSON", async () => {
    const { stdout } = await run(["explain", join(repository, "examples/single-infusion.scenario.yaml"), "--json"], at);
    const { plan } = JSON.parse(stdout);
    expect(plan.regimens[0].doses[0]).toMatchObject({ number: 1, day: 1, time_h: 0 });
    expect(plan.times[0]).toBe(0);
  });
});

describe("init", () => {
  it("writes a scenario that can be explained as it is", async () => {
    const { code, stdout } = await run(["init"], at);
    expect([code, stdout]).toEqual([0, "written: mine.scenario.yaml\n"]);
    const explained = await run(["explain", "mine.scenario.yaml"], at);
    expect(explained.code, explained.stderr).toBe(0);
    expect(explained.stdout).not.toContain("warning:");
    expect(
      readFileSync(join(directory.path, "mine.scenario.yaml"), "utf8")
        .split("\n")
        .filter((line) => line.includes("#")).length,
    ).toBeGreaterThan(15);
  });

  it("never overwrites", async () => {
    writeFileSync(join(directory.path, "kept.yaml"), "mine");
    const { code, stdout, stderr } = await run(["init", "kept.yaml", "--json"], at);
    expect(code).toBe(7);
    expect(JSON.parse(stdout).error.code).toBe("would-overwrite");
    expect(stderr).toContain("Cannot write kept.yaml: a file of this name exists");
    expect(readFileSync(join(directory.path, "kept.yaml"), "utf8")).toBe("mine");
  });

  it("leaves nothing when the disk is full", async () => {
    const { code, stderr } = await run(["init", "full.yaml"], {
      ...at,
      preload: "./full-disk.mjs",
      env: { BYTES_LEFT: "9" },
    });
    expect(code).toBe(7);
    expect(stderr).toContain("Cannot write full.yaml: no space is left on the device (ENOSPC)");
    expect(existsSync(join(directory.path, "full.yaml"))).toBe(false);
  });
});
