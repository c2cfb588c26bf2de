import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, namesIn, run, slow_ms, temporaryDirectory } from "./support/cli.ts";
import { changed, settledScenario, smallScenario } from "./support/small-scenario.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);

interface RunObject {
  readonly folder: string;
  readonly report: string;
}

let ended: Ended;
let folder: string;

beforeAll(async () => {
  writeFileSync(join(directory.path, "small.yaml"), smallScenario);
  ended = await run(["run", "small.yaml"], { cwd: directory.path });
  folder = join(directory.path, "runs", namesIn(join(directory.path, "runs"))[0] ?? "");
}, slow_ms);

const read = (path: string) => readFileSync(join(folder, path), "utf8");
const csv = (path: string) =>
  read(path)
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
const allFiles = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

describe("run", () => {
  it("prints where the report is, news on stderr and no escape codes", () => {
    expect(ended.stderr).not.toContain("\u001b");
    expect(ended.stdout.split("\n").slice(-2)).toEqual([`report: ${join(folder, "report.html")}`, ""]);
    for (const step of ["[1/4] expanding", "[2/4] simulating", "[3/4] checking", "[4/4] writing"]) {
      expect(ended.stderr).toContain(step);
    }
  });

  it("ends with 5 and the reason when a check of the numbers fails, its folder whole", () => {
    expect(ended.code, ended.stderr).toBe(5);
    expect(ended.stdout).toMatch(/^check failed: Percentiles are settled.*\n/);
    const { checks } = JSON.parse(read("checks.json"));
    expect(checks.filter((check: { passed: boolean }) => !check.passed)).toHaveLength(1);
    expect(JSON.parse(read("manifest.json")).exit.code).toBe(5);
  });

  it("names the folder after time, scenario and the hash of its text", () => {
    const hash = createHash("sha256").update(smallScenario).digest("hex").slice(0, 8);
    expect(basename(folder)).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ_small_${hash}$`));
  });

  it("writes every file it promises, and nothing that marks it as unfinished", () => {
    const files = allFiles();
    for (const path of [
      "checks.json",
      "credibility.md",
      "data/data-dictionary.json",
      "data/doses.csv",
      "data/patients.csv",
      "data/pd.csv",
      "data/pk.csv",
      "data/scores.csv",
      "data/summary.csv",
      "data/trajectories.parquet",
      "log.ndjson",
      "manifest.json",
      "manifest.sha256",
      "report.html",
      "report.md",
      "scenario.lock.json",
      "scenario.yaml",
    ]) {
      expect(files).toContain(path);
    }
    const figures = files.filter((path) => path.startsWith("figures/"));
    expect(figures.filter((path) => path.endsWith(".svg")).length).toBeGreaterThan(3);
    for (const figure of figures.filter((path) => path.endsWith(".svg"))) {
      expect(figures).toContain(figure.replace(/svg$/, "csv"));
    }
    expect(namesIn(join(directory.path, "runs"))).toEqual([basename(folder)]);
    expect(existsSync(join(folder, "INCOMPLETE"))).toBe(false);
  });

  it("keeps the scenario byte for byte", () => {
    expect(read("scenario.yaml")).toBe(smallScenario);
  });

  it("hashes every file in the manifest, which says what ran where and how it ended", () => {
    const manifest = JSON.parse(read("manifest.json"));
    const listed = manifest.files.map((file: { path: string }) => file.path);
    expect([...listed, "manifest.json", "manifest.sha256"].toSorted()).toEqual(allFiles());
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(folder, path));
      expect([path, content.length, createHash("sha256").update(content).digest("hex")]).toEqual([path, bytes, sha256]);
    }
    expect(manifest).toMatchObject({
      schema: "kinetamine.run-manifest/v1",
      command: "kinetamine run small.yaml",
      runtime: { node: process.versions.node, v8: process.versions.v8, platform: process.platform },
      model: { id: "anx-core" },
      scenario: { id: "small", sha256: createHash("sha256").update(smallScenario).digest("hex") },
      seed: { value: 11 },
    });
    expect(new Date(manifest.ended).getTime()).toBeGreaterThanOrEqual(new Date(manifest.started).getTime());
  });

  it("writes one dose per patient and regimen, its amount by body weight", () => {
    const [heading = [], ...doses] = csv("data/doses.csv");
    const [patientHeading = [], ...patients] = csv("data/patients.csv");
    expect(patients).toHaveLength(8);
    expect(doses).toHaveLength(2 * 8);
    const weights = new Map(
      patients.map((row) => [row[patientHeading.indexOf("subject")], row[patientHeading.indexOf("WT_kg")]]),
    );
    for (const row of doses) {
      const weight = Number(weights.get(row[heading.indexOf("subject")]));
      expect(Number(row[heading.indexOf("amount_mg_base")])).toBeCloseTo(0.5 * weight, 9);
    }
  });

  it("describes every column of every data file in the dictionary", () => {
    const dictionary: { files: { path: string; columns: { name: string; unit: string; meaning: string }[] }[] } =
      JSON.parse(read("data/data-dictionary.json"));
    const data = allFiles().filter((path) => /^data\/.*\.(csv|parquet)$/.test(path));
    expect(dictionary.files.map(({ path }) => path).toSorted()).toEqual(data);
    for (const { path, columns } of dictionary.files.filter((file) => file.path.endsWith(".csv"))) {
      expect(columns.map(({ name }) => name)).toEqual(csv(path)[0]);
      for (const { name, meaning } of columns) expect(meaning, `${path} ${name}`).not.toBe("");
    }
  });

  it("summarises in pk.csv what trajectories.parquet holds", async () => {
    const bytes = readFileSync(join(folder, "data/trajectories.parquet"));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const [heading = [], ...ribbons] = csv("data/pk.csv");
    const ribbon = ribbons.find((row) => row[0] === "A" && Number(row[3]) > 0.5) ?? [];
    const output = ribbon[1] ?? "";
    const values = rows
      .filter((row) => row.regimen === "A" && row.time_h === Number(ribbon[3]))
      .map((row) => Number(row[output]));
    expect(values).toHaveLength(8);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Number(ribbon[heading.indexOf("mean")]) / mean).toBeCloseTo(1, 6); // single precision in the parquet file
  });

  it("logs one JSON object a line", () => {
    const events = read("log.ndjson")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).event);
    expect(events).toEqual(["started", "simulated", "checked", "written"]);
  });

  it("ends with 0 when every check passes; prints one JSON object with --json, nothing else with --quiet", async () => {
    writeFileSync(join(directory.path, "settled.yaml"), settledScenario);
    const flags = ["--json", "--quiet", "--output", "settled"];
    const { code, stdout, stderr } = await run(["run", "settled.yaml", ...flags], { cwd: directory.path });
    expect(code, stdout).toBe(0);
    expect(stderr).toBe("");
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    const object = JSON.parse(stdout) as RunObject;
    expect(object).toMatchObject({ command: "run", ok: true, exitCode: 0, scenario: "settled", virtualPatients: 450 });
    expect(existsSync(object.report)).toBe(true);
  });

  it("gives a second run within the same second a name of its own", async () => {
    const at = ["--output", "again", "--json", "--quiet"];
    const [first, second] = await Promise.all(
      [1, 2].map(() => run(["run", "small.yaml", ...at], { cwd: directory.path })),
    );
    expect([first?.code, second?.code]).toEqual([5, 5]);
    expect(namesIn(join(directory.path, "again"))).toHaveLength(2);
  });
});

describe("run --beyond-studied-range", () => {
  it("simulates doses beyond anything studied, and says so in the manifest and in every table", async () => {
    writeFileSync(join(directory.path, "beyond.yaml"), changed("dose: 0.5 mg/kg", "dose: 1.5 mg/kg"));
    const flags = ["--beyond-studied-range", "--json", "--quiet", "--output", "beyond"];
    const { stdout, stderr } = await run(["run", "beyond.yaml", ...flags], { cwd: directory.path });
    expect(stderr).toBe("");
    const beyond = (JSON.parse(stdout) as RunObject).folder;
    const lines = (path: string) => readFileSync(join(beyond, path), "utf8").trimEnd().split("\n").slice(1);
    const manifest = JSON.parse(readFileSync(join(beyond, "manifest.json"), "utf8"));
    expect(manifest.beyondStudiedRange).toBe(true);
    expect(manifest.command).toBe("kinetamine run beyond.yaml --beyond-studied-range");
    for (const path of ["data/doses.csv", "data/pk.csv", "data/scores.csv", "data/summary.csv"]) {
      const ofA = lines(path).filter((line) => /^((endpoint|contrast),)?A,/.test(line));
      expect(ofA.length, path).toBeGreaterThan(0);
      for (const line of ofA) expect(line, path).toMatch(/,outside$/);
    }
  });
});

describe("the numbers of a run", () => {
  it("are the same bytes with 1, 2 and 4 workers", async () => {
    const hashes = await Promise.all(
      ["1", "2", "4"].map(async (workers) => {
        const flags = ["--workers", workers, "--output", `workers-${workers}`, "--json", "--quiet"];
        const { stdout } = await run(["run", "small.yaml", ...flags], { cwd: directory.path });
        const { folder: path } = JSON.parse(stdout) as RunObject;
        const manifest = JSON.parse(readFileSync(join(path, "manifest.json"), "utf8"));
        expect(manifest.workers).toBe(Number(workers));
        return manifest.files.filter((file: { path: string }) => file.path !== "log.ndjson");
      }),
    );
    expect(hashes[0].length).toBeGreaterThan(8);
    expect(hashes[1]).toEqual(hashes[0]);
    expect(hashes[2]).toEqual(hashes[0]);
  });
});
