import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../src/data-files/read-csv.ts";
import { run, slow_ms, temporaryDirectory } from "./support/cli.ts";
import { nasalScenario } from "./support/small-scenario.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);
const at = { cwd: directory.path };
let folder: string;

beforeAll(async () => {
  writeFileSync(join(directory.path, "nasal.yaml"), nasalScenario);
  const { stdout, stderr } = await run(["run", "nasal.yaml", "--json", "--quiet"], at);
  expect(stderr).toBe("");
  folder = JSON.parse(stdout).folder;
}, slow_ms);

async function exported(format: string, ...flags: readonly string[]) {
  const { code, stdout, stderr } = await run(["export", folder, "--format", format, ...flags], at);
  expect(code, stderr).toBe(0);
  return { text: stdout, stderr };
}

describe("export --format nonmem", () => {
  it("has the columns NONMEM expects and only numbers below them", async () => {
    const { text, stderr } = await exported("nonmem");
    const [heading = "", ...lines] = text.trimEnd().split("\n");
    expect(heading).toMatch(/^ID,TIME,AMT,RATE,ADDL,II,SS,EVID,CMT,MDV,DV,/);
    expect(heading).toMatch(/,CONMEDSSRI,CONMEDSNRI$/);
    expect(new Set(heading.split(",")).size).toBe(heading.split(",").length);
    for (const line of lines) expect(line).toMatch(/^(-?\d+(\.\d+)?(e[+-]?\d+)?)(,-?\d+(\.\d+)?(e[+-]?\d+)?)*$/);
    expect(stderr).toContain("CMT 1 is plasma");
  });

  it("gives an infusion its rate, and each nasal device its own record", async () => {
    const rows = readCsv((await exported("nonmem")).text);
    const doses = rows.filter((row) => row.EVID === "1");
    const infusions = doses.filter((row) => row.REGN === "1");
    expect(infusions).toHaveLength(8);
    for (const { AMT, RATE, WT } of infusions) {
      expect(Number(AMT)).toBeCloseTo(0.5 * Number(WT), 9);
      expect(Number(AMT) / Number(RATE)).toBeCloseTo(40 / 60, 12);
    }
    const devices = doses.filter((row) => row.REGN === "2" && row.SUBJ === "0");
    expect(devices.map(({ AMT, RATE, CMT }) => [AMT, RATE, CMT])).toEqual(Array(3).fill(["28", "0", "2"]));
    expect(devices.map(({ TIME }) => Number(TIME) * 60)).toEqual([0, expect.closeTo(5, 9), expect.closeTo(10, 9)]);
  });

  it("keeps each ID together and in order of time, one for each regimen and patient", async () => {
    const rows = readCsv((await exported("nonmem")).text);
    const ids = rows.map((row) => Number(row.ID));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(new Set(ids).size).toBe(2 * 8);
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (next && next.ID === row.ID) expect(Number(next.TIME)).toBeGreaterThanOrEqual(Number(row.TIME));
    }
  });

  it("observes what the run recorded", async () => {
    const rows = readCsv((await exported("nonmem", "--observe", "C_norketamine_venous")).text);
    const bytes = readFileSync(join(folder, "data/trajectories.parquet"));
    const stored = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const expected = stored.filter((row) => row.regimen === "B").map((row) => Number(row.C_norketamine_venous));
    const observed = rows.filter((row) => row.REGN === "2" && row.EVID === "0").map((row) => Number(row.DV));
    expect(observed.map(Math.fround)).toEqual(expected);
    expect(Math.max(...expected)).toBeGreaterThan(0);
  });
});

describe("export --format adppk", () => {
  it("names parameter, value and times from the first and the last dose", async () => {
    const rows = readCsv((await exported("adppk", "--observe", "C_esketamine_venous")).text);
    const dose = rows.find((row) => row.PARAMCD === "DOSE");
    expect(dose).toMatchObject({ EVID: "1", MDV: "1", DOSEU: "mg", ROUTE: "IV", AFRLT: "0", ARRLT: "0" });
    const value = rows.find((row) => row.PARAMCD === "SIMCONC" && Number(row.AVAL) > 0);
    expect(value).toMatchObject({ EVID: "0", MDV: "0", AVALU: "ng/mL", DV: value?.AVAL });
  });
});

describe("export --format rxode2", () => {
  it("writes the model, every parameter with its unit, and the doses of every regimen", async () => {
    const { text } = await exported("rxode2");
    expect(text).toContain("model <- rxode2({");
    expect(text).toMatch(/d\/dt\(\w+\) = /);
    expect(text).toMatch(/^ {2}WT = \d+(\.\d+)?,? # \[kg\]$/m);
    expect(text).toMatch(/^doses_A <- data\.frame\(/m);
    expect(text).toMatch(/^doses_B <- data\.frame\(/m);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("export", () => {
  it("writes a new file when asked, and never overwrites", async () => {
    const first = await run(["export", folder, "--format", "lock", "--output", "lock.json", "--json"], at);
    expect(JSON.parse(first.stdout)).toMatchObject({ command: "export", ok: true, file: "lock.json", format: "lock" });
    expect(readFileSync(join(directory.path, "lock.json"), "utf8")).toBe(
      readFileSync(join(folder, "scenario.lock.json"), "utf8"),
    );
    const second = await run(["export", folder, "--format", "lock", "--output", "lock.json"], at);
    expect(second.code).toBe(7);
  });

  it.each([
    [["--format", "nonmem", "--observe", "magic"], 2, "Cannot observe magic: the run recorded "],
    [["--format", "nonmem", "--json"], 2, "export --json needs --output"],
  ])("answers %j with the reason", async (flags, code, reason) => {
    const ended = await run(["export", folder, ...flags], at);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(reason);
  });

  it("refuses a run that has changed", async () => {
    writeFileSync(join(folder, "extra.txt"), "");
    const { code, stderr } = await run(["export", folder, "--format", "lock"], at);
    expect(code).toBe(6);
    expect(stderr).toContain("extra.txt is not in the manifest");
  });
});
