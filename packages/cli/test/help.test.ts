import { describe, expect, it } from "vitest";
import { run } from "./support/cli.ts";

const commands = ["run", "compare", "explain", "verify", "export", "init", "selftest"];

describe("the command line", () => {
  it("lists every command, what it is for, and the exit codes", async () => {
    const { code, stdout, stderr } = await run(["--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("not for diagnosing, treating or dosing an individual.");
    for (const exit of [0, 1, 2, 3, 4, 5, 6, 7, 130]) expect(stdout).toMatch(new RegExp(`^ +${exit} {2}\\w`, "m"));
  });

  it.each(commands)("explains %s with examples", async (command) => {
    const { code, stdout } = await run([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\n {2}\\$ kinetamine ${command} `));
    expect(stdout.match(/^ {2}\$ kinetamine /gm)?.length).toBeGreaterThanOrEqual(2);
    expect(stdout).toContain("--json");
  });

  it("prints its version", async () => {
    expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [[], "Usage: kinetamine"],
    [["simulate"], "unknown command 'simulate'"],
    [["rnu", "x.yaml"], "Did you mean run?"],
    [["run"], "missing required argument 'scenario'"],
    [["run", "x.yaml", "--speed", "9"], "unknown option '--speed'"],
    [["run", "x.yaml", "y.yaml"], "too many arguments"],
    [["run", "x.yaml", "--workers", "0"], "A whole number from 1 to 256 is required"],
    [["run", "x.yaml", "--workers", "2.5"], "A whole number from 1 to 256 is required"],
    [["compare", "x.yaml"], "needs at least two scenario files"],
    [["export", "runs/x", "--format", "sas"], "Allowed choices are"],
  ])("answers %j with exit code 2 and the reason", async (args, reason) => {
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(reason);
  });

  it("gives a usage error as JSON when asked", async () => {
    const { code, stdout } = await run(["simulate", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, exitCode: 2, error: { code: "usage" } });
  });
});
