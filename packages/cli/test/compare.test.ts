import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namesIn, run, slow_ms, temporaryDirectory } from "./support/cli.ts";
import { changed, smallScenario } from "./support/small-scenario.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);

beforeAll(() => {
  const slower = changed("infusion: 60 min", "infusion: 90 min").replace("id: small", "id: slower");
  const files = {
    "small.yaml": smallScenario,
    "slower.yaml": slower,
    "other-seed.yaml": changed("seed: 11", "seed: 12"),
    "other-people.yaml": changed("indication: gad", "indication: sad"),
    "five.yaml": slower.replaceAll(/infusion: (40|90) min/g, "infusion: 75 min"),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory.path, name), text);
});

const compare = (...args: readonly string[]) => run(["compare", ...args], { cwd: directory.path });

describe("compare", () => {
  it("runs the regimens of both scenarios as one, the shared one once, in the same virtual patients", {
    timeout: slow_ms,
  }, async () => {
    const { stdout, stderr } = await compare("small.yaml", "slower.yaml", "--json", "--quiet");
    expect(stderr).toBe("");
    const { folder, scenario } = JSON.parse(stdout);
    expect(scenario).toBe("small-vs-slower");
    const read = (path: string) => readFileSync(join(folder, path), "utf8");
    const doses = read("data/doses.csv")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    expect(new Set(doses.map(([regimen]) => regimen))).toEqual(new Set(["1-A", "1-B", "2-B"]));
    const amounts = (regimen: string) => doses.filter(([id]) => id === regimen).map((row) => row[8]);
    expect(amounts("2-B")).toEqual(amounts("1-A"));
    expect(read("given/scenario-1.yaml")).toBe(smallScenario);
    expect(JSON.parse(read("manifest.json")).command).toBe("kinetamine compare small.yaml slower.yaml");
    expect((await run(["verify", folder, "--quiet"], { cwd: directory.path })).code).toBe(0);
    const again = await run(["explain", join(folder, "scenario.yaml")]);
    expect(again.code, again.stderr).toBe(0);
  });

  it.each([
    ["other-seed.yaml", "simulate.seed is 11 in the one and 12 in the other"],
    ["other-people.yaml", 'population.indication is "gad" in the one and "sad" in the other'],
  ])("refuses scenarios that differ in more than their regimens: %s", async (other, reason) => {
    const { code, stdout, stderr } = await compare("small.yaml", other, "--output", "refused");
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain(`Cannot compare small.yaml with ${other}: ${reason}`);
    expect(namesIn(join(directory.path, "refused"))).toEqual([]);
  });

  it("refuses more regimens than a scenario may hold", async () => {
    const { code, stderr } = await compare("small.yaml", "slower.yaml", "five.yaml", "--output", "refused");
    expect(code).toBe(3);
    expect(stderr).toContain("regimens");
    expect(namesIn(join(directory.path, "refused"))).toEqual([]);
  });
});
