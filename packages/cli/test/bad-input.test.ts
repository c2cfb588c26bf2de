import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run, temporaryDirectory } from "./support/cli.ts";
import { changed, smallScenario } from "./support/small-scenario.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);

async function runText(text: string | Uint8Array, flags: readonly string[] = []) {
  writeFileSync(join(directory.path, "bad.yaml"), text);
  const ended = await run(["run", "bad.yaml", ...flags], { cwd: directory.path });
  expect(existsSync(join(directory.path, "runs")), "nothing may be written for bad input").toBe(false);
  return ended;
}

/** Six levels of aliases that would unfold to a million entries. */
const aliasBomb = [
  "a: &a [x, x, x, x, x, x, x, x, x, x]",
  ...["b", "c", "d", "e", "f"].map((name, index) => {
    const previous = "abcdef"[index];
    return `${name}: &${name} [${Array(10).fill(`*${previous}`).join(", ")}]`;
  }),
].join("\n");

describe("a scenario that is not valid", () => {
  it.each([
    ["a wrong unit", changed("dose: 0.5 mg/kg", "dose: 0.5 mcg/kg"), "regimens.0.doses.0.dose", /mg\/kg/],
    ["a missing unit", changed("dose: 0.5 mg/kg", "dose: 0.5"), "regimens.0.doses.0.dose", /needs a unit|unit/],
    ["a decimal comma", changed("dose: 0.5 mg/kg", "dose: 0,5 mg/kg"), "regimens.0.doses.0.dose", /point/],
    ["an unknown key", changed("infusion: 40 min", "infusoin: 40 min"), "regimens.0.doses.0.infusoin", /infusion/],
    [
      "a negative dose",
      changed("dose: 0.5 mg/kg", "dose: -0.5 mg/kg"),
      "regimens.0.doses.0.dose",
      /-0\.5|negative|above/,
    ],
    ["an unknown drug", changed("drug: ketamine", "drug: propofol"), "regimens.0.doses.0.drug", /propofol/],
  ])("is refused for %s, with its place and a hint", async (_, text, path, hint) => {
    const { code, stdout, stderr } = await runText(text);
    expect(code).toBe(3);
    expect(stdout).toBe("");
    const line = stderr.split("\n").find((one) => one.includes(` ${path} - `)) ?? "";
    expect(line).toMatch(/^bad\.yaml:\d+:\d+ /);
    expect(line).toMatch(hint);
  });

  it.each([
    ["an alias bomb", aliasBomb, /alias|anchor/i],
    ["10 MB", `title: ${"x".repeat(10 * 1024 * 1024)}\n`, /longer|at most/],
    ["1 MB", `title: ${"x".repeat(1024 * 1024)}\n`, /at most/],
    ["nesting", "[".repeat(10_000), /nested|depth|level/i],
    ["a prototype key", changed("id: small", "__proto__: { x: 1 }\nid: small"), /__proto__/],
    ["a path as id", changed("id: small", "id: ../../etc/passwd"), /letters, digits or hyphens/],
    ["no text", "", /empty/],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x80]), /UTF-8/],
    ["another format", "schema: kinetamine.trial/v1\n", /scenario/],
  ])("is refused for %s", async (_, text, reason) => {
    const { code, stderr } = await runText(text);
    expect(code).toBe(3);
    expect(stderr).toMatch(reason);
    expect(stderr.length).toBeLessThan(2_000);
    expect(stderr).not.toMatch(/ at .*\.js:\d+/);
  });

  it("is described in JSON, with line and column", async () => {
    const { code, stdout } = await runText(changed("dose: 0.5 mg/kg", "dose: 0.5"), ["--json"]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      command: "run",
      ok: false,
      exitCode: 3,
      error: { problems: [{ path: "regimens.0.doses.0.dose", line: expect.any(Number), column: expect.any(Number) }] },
    });
  });

  it.each([
    ["a dose beyond what the program simulates", changed("dose: 0.5 mg/kg", "dose: 5 mg/kg"), /at most 2 mg\/kg/],
    ["a dose beyond the studied range", changed("dose: 0.5 mg/kg", "dose: 1.5 mg/kg"), /studied/],
  ])("is refused with exit code 4 for %s", async (_, text, reason) => {
    const { code, stderr } = await runText(text);
    expect(code).toBe(4);
    expect(stderr).toMatch(reason);
  });
});

describe("an input file that cannot be read", () => {
  it.each([
    ["absent.yaml", "Cannot read absent.yaml: the file does not exist"],
    ["folder", "Cannot read folder: it is a directory"],
  ])("is named: %s", async (path, message) => {
    mkdirSync(join(directory.path, "folder"), { recursive: true });
    const { code, stderr } = await run(["run", path], { cwd: directory.path });
    expect(code).toBe(3);
    expect(stderr.trim()).toContain(message);
  });
});

describe("the same scenario without the fault", () => {
  it("is valid, so that the refusals above are about the fault", async () => {
    writeFileSync(join(directory.path, "good.yaml"), smallScenario);
    const { code, stderr } = await run(["explain", "good.yaml"], { cwd: directory.path });
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });
});
