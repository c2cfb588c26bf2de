import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, slow_ms, temporaryDirectory } from "./support/cli.ts";
import { smallScenario } from "./support/small-scenario.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);

let folder: string;

beforeAll(async () => {
  writeFileSync(join(directory.path, "small.yaml"), smallScenario);
  const { stdout, stderr } = await run(["run", "small.yaml", "--json", "--quiet"], { cwd: directory.path });
  expect(stderr).toBe("");
  folder = JSON.parse(stdout).folder;
}, slow_ms);

const verify = (...flags: readonly string[]) => run(["verify", folder, ...flags], { cwd: directory.path });

/** One file of each kind: directory and extension. */
function oneOfEachKind(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const kinds = new Map(files.map((path) => [`${path.split("/").slice(0, -1).join("/")} ${extname(path)}`, path]));
  const special = ["scenario.lock.json", "scenario.yaml", "report.html", "log.ndjson"];
  return [...new Set([...kinds.values(), ...special])].filter((path) => !path.startsWith("manifest."));
}

function flipMiddleBit(bytes: Buffer): void {
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
}

async function withBytes(path: string, change: (bytes: Buffer) => void, then: () => Promise<void>) {
  const original = readFileSync(join(folder, path));
  const bytes = Buffer.from(original);
  change(bytes);
  writeFileSync(join(folder, path), bytes);
  try {
    await then();
  } finally {
    writeFileSync(join(folder, path), original);
  }
}

describe("verify", () => {
  it.each(["1", "2", "4"])("reproduces a run byte for byte with %s workers", async (workers) => {
    const { code, stdout, stderr } = await verify("--workers", workers);
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/^verified: .*: \d+ files unchanged, \d+ data files simulated again and the same\n$/);
  });

  it("only hashes when asked", async () => {
    const { code, stdout } = await verify("--hash-only", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ command: "verify", ok: true, filesReproduced: 0, discrepancies: [] });
  });

  it("finds a flipped bit in a file of every kind, and names the file", async () => {
    const paths = oneOfEachKind();
    expect(paths.length).toBeGreaterThan(9);
    const flipAll = async (rest: readonly string[]): Promise<void> => {
      const [path, ...others] = rest;
      if (path !== undefined) return withBytes(path, flipMiddleBit, () => flipAll(others));
      const { code, stdout } = await verify("--hash-only");
      expect(code).toBe(6);
      for (const flipped of paths) expect(stdout).toContain(`changed: ${flipped} has SHA-256`);
    };
    await flipAll(paths);
    expect((await verify("--hash-only")).code).toBe(0);
  });

  it.each(["manifest.json", "manifest.sha256"])("finds a flipped bit in %s", async (path) => {
    await withBytes(path, flipMiddleBit, async () => {
      const { code, stdout, stderr } = await verify("--hash-only");
      expect(code).toBe(6);
      expect(stdout + stderr).toContain("manifest.json");
    });
  });

  it("finds a missing file and an extra file", async () => {
    renameSync(join(folder, "data/pk.csv"), join(folder, "data/pk2.csv"));
    const { code, stdout } = await verify("--json");
    renameSync(join(folder, "data/pk2.csv"), join(folder, "data/pk.csv"));
    expect(code).toBe(6);
    expect(
      JSON.parse(stdout).discrepancies.map(({ kind, path }: { kind: string; path: string }) => [kind, path]),
    ).toEqual([
      ["missing", "data/pk.csv"],
      ["extra", "data/pk2.csv"],
    ]);
  });

  it("finds numbers that do not come from the lock, even when every hash was made to fit", async () => {
    const { createHash } = await import("node:crypto");
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    const path = join(folder, "data/summary.csv");
    const manifestPath = join(folder, "manifest.json");
    const hashPath = join(folder, "manifest.sha256");
    const [data, manifest, hash] = [path, manifestPath, hashPath].map((file) => readFileSync(file, "utf8")) as [
      string,
      string,
      string,
    ];
    const forged = data.replace(/,(\d)(\d*\.\d+),/, (_, digit, rest) => `,${(Number(digit) + 1) % 10}${rest},`);
    expect(forged).not.toBe(data);
    const forgedManifest = manifest.replace(sha256(data), sha256(forged));
    writeFileSync(path, forged);
    writeFileSync(manifestPath, forgedManifest);
    writeFileSync(hashPath, `${sha256(forgedManifest)}  manifest.json\n`);
    expect((await verify("--hash-only")).code).toBe(0);
    const { code, stdout } = await verify();
    for (const [file, text] of [
      [path, data],
      [manifestPath, manifest],
      [hashPath, hash],
    ] as const)
      writeFileSync(file, text);
    expect(code).toBe(6);
    expect(stdout).toMatch(/not-reproduced: data\/summary\.csv line \d+: found ".*", reproduced ".*"/);
  });

  it("refuses a folder that is no run, one that is marked, and a manifest that leads out of the folder", async () => {
    mkdirSync(join(directory.path, "empty"), { recursive: true });
    expect(await run(["verify", "empty"], { cwd: directory.path })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("is not a run folder"),
    });
    writeFileSync(join(folder, "INCOMPLETE"), "");
    expect(await verify()).toMatchObject({ code: 6, stderr: expect.stringContaining("has not finished") });
    rmSync(join(folder, "INCOMPLETE"));
    const lead = (bytes: Buffer) => bytes.write('"path": "../x', bytes.indexOf('"path": "'));
    await withBytes("manifest.json", lead, async () => {
      expect(await verify()).toMatchObject({ code: 6, stderr: expect.stringContaining("manifest.json is damaged") });
    });
  });
});
