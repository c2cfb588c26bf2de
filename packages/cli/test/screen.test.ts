import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { namesIn, repository, run, temporaryDirectory } from "./support/cli.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);

const example = (name: string) => join(repository, "examples", `${name}.yaml`);
const least = "schema: kinetamine.case/v1\nsubject: { label: case-7 }\n";

async function screenText(text: string, flags: readonly string[] = []) {
  writeFileSync(join(directory.path, "case.yaml"), text);
  return run(["screen", "case.yaml", ...flags], { cwd: directory.path });
}

/** Words that would turn findings into leave or refusal. */
const verdict =
  /\b(in)?eligible\b|\b(un)?suitable\b|\bqualif(y|ies|ied)\b|\bcandidate\b|should (not )?(have|get|take|receive|be treated)|cleared for/i;

describe("screening a case of which nothing is known", () => {
  it("says what is true for everyone and asks for all the rest", async () => {
    const { code, stdout, stderr } = await run(["screen", example("case-all-unknown")]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("example-1: findings and questions; no decision is made here");
    expect(stdout).toContain("No ketamine product is approved for anxiety");
    expect(stdout).toContain("A common definition of treatment resistance: cannot be judged from what is known");
    expect(stdout).not.toContain("contraindications by the esketamine label");
    expect(stdout.match(/\(rule \d+\)$/gm)?.length).toBeGreaterThan(20);
  });

  it("gives the same as JSON, with every question open", async () => {
    const { stdout } = await run(["screen", example("case-all-unknown"), "--json"]);
    const { report, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ command: "screen", ok: true, exitCode: 0 });
    expect(report).toMatchObject({ label: "example-1", indication: "unknown", resistance: { state: "unknown" } });
    expect(new Set(report.findings.map((finding: { level: string }) => finding.level))).toEqual(new Set(["notice"]));
  });
});

describe("screening a case", () => {
  it("names the rule and the source of each finding", async () => {
    const { stdout } = await run(["screen", example("case-ptsd")]);
    expect(stdout).toMatch(/ {2}- .+ \(rule \d+, [^)]*: [^)]*\d{4}[^)]*\)/);
    expect(stdout).toContain("A common definition of treatment resistance: not met");
    expect(stdout).toMatch(/Not known, to ask\n/);
  });

  it("finds the definition of resistance met where enough was tried, and still decides nothing", async () => {
    const { code, stdout } = await run(["screen", example("case-social-anxiety")]);
    expect(code).toBe(0);
    expect(stdout).toContain("A common definition of treatment resistance: met");
    expect(stdout).toMatch(/blood pressure/i);
  });

  it.each([
    "case-all-unknown",
    "case-social-anxiety",
    "case-ptsd",
  ])("writes a sheet for %s without a verdict", async (name) => {
    const sheet = join(directory.path, `${name}.md`);
    const { code, stdout } = await run(["screen", example(name), "--output", sheet]);
    const text = readFileSync(sheet, "utf8");
    expect(code).toBe(0);
    expect(stdout).toContain(`written: ${sheet}`);
    for (const title of [
      "Options to talk about, in no order",
      "What is not known",
      "Questions to ask",
      "If things get worse",
    ])
      expect(text).toContain(`## ${title}`);
    for (const words of [text, stdout]) expect(verdict.exec(words)?.[0]).toBeUndefined();
  });

  it("does not overwrite a sheet", async () => {
    const sheet = join(directory.path, "taken.md");
    writeFileSync(sheet, "mine");
    const { code } = await run(["screen", example("case-ptsd"), "--output", sheet]);
    expect(code).toBe(7);
    expect(readFileSync(sheet, "utf8")).toBe("mine");
  });
});

describe("a case with something it has no place for", () => {
  it.each([
    ["a name as label", least.replace("case-7", "Jane Smith"), "case.yaml:2:19 subject.label"],
    ["a record number as label", least.replace("case-7", "MRN-0012345"), "case.yaml:2:19 subject.label"],
    ["a name", least.replace("case-7 }", "case-7, name: Jane }"), "case.yaml:2:27 subject.name"],
    ["a date of birth", `${least}date_of_birth: 1985-04-12\n`, "case.yaml:3:1 date_of_birth"],
    ["an exact age", least.replace("case-7 }", "case-7, age_band: 41 }"), "case.yaml:2:37 subject.age_band"],
    ["free text", `${least}note: called on Tuesday\n`, "case.yaml:3:1 note"],
    ["a misspelt condition", `${least}conditions:\n  pregnacy: "yes"\n`, "case.yaml:4:3 conditions.pregnacy"],
    [
      "an impossible time in a list",
      `${least}drug_trials:\n  - { class: ssri, adequate_dose: "yes", weeks: -1, result: failed }\n`,
      "case.yaml:4:49 drug_trials.0.weeks",
    ],
    ["a prototype key", `${least}conditions: { __proto__: "yes" }\n`, "case.yaml:3:15 conditions.__proto__"],
    ["the same key twice", `${least}indication: sad\nindication: ocd\n`, "case.yaml:4:1 indication"],
    ["another version", "schema: kinetamine.case/v2\nsubject: { label: case-7 }\n", "case.yaml:1:9 schema"],
  ])("is refused for %s, with its place, and nothing is written", async (_, text, place) => {
    const before = namesIn(directory.path);
    const { code, stdout, stderr } = await screenText(text, ["--output", "sheet.md"]);
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain(`${place} - `);
    expect(namesIn(directory.path)).toEqual([...new Set([...before, "case.yaml"])].toSorted());
  });

  it("is told what was meant", async () => {
    const { stderr } = await screenText(`${least}conditions:\n  pregnacy: "yes"\n`);
    expect(stderr).toContain("did you mean pregnancy?");
  });

  it("is described in JSON with line and column", async () => {
    const { code, stdout } = await screenText(`${least}note: x\n`, ["--json"]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      error: { problems: [{ path: "note", line: 3, column: 1 }] },
    });
  });

  it("is accepted without it, so that the refusals are about the fault", async () => {
    expect((await screenText(least)).code).toBe(0);
  });
});
