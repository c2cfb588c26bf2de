import { describe, expect, it } from "vitest";
import { run, slow_ms } from "./support/cli.ts";

interface Found {
  readonly part: string;
  readonly id: string;
  readonly passed: boolean;
  readonly found: string;
  readonly required: string;
}

describe("selftest", () => {
  it("passes on this installation, and shows what was found beside what is required", {
    timeout: slow_ms,
  }, async () => {
    const { code, stdout, stderr } = await run(["selftest", "--json"]);
    expect(code, stdout + stderr).toBe(0);
    const checks = JSON.parse(stdout).checks as Found[];
    expect(new Set(checks.map(({ part }) => part))).toEqual(new Set(["install", "operate"]));
    const ids = checks.map(({ id }) => id);
    for (const id of ["node", "disk", "package-commander", "philox", "iv-peak", "nasal-peak", "workers"]) {
      expect(ids).toContain(id);
    }
    for (const { found, required } of checks) expect([found === "", required === ""]).toEqual([false, false]);
  });

  it("prints a table of the part that was asked for", async () => {
    const { code, stdout } = await run(["selftest", "--install"]);
    expect(code, stdout).toBe(0);
    expect(stdout).toMatch(/^ +part +check +found +required\n--/);
    expect(stdout).toMatch(/^ok +install +Node\.js version +\d+/m);
    expect(stdout).toMatch(/\nall \d+ checks passed\n$/);
    expect(stdout).not.toContain("operate");
  });
});
