import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Fault, MemoryDisk, type Snapshot } from "../../test/support/memory-disk.ts";
import { CliError } from "../cli-error.ts";
import { openRunFolder } from "./open-run-folder.ts";

const root = "/runs";
const name = "2026-01-01T00-00-00Z_case_3f9c01ab";

/** A small run through every kind of operation, with the clean-up a caller does. */
async function writeRun(disk: MemoryDisk): Promise<string> {
  const folder = await openRunFolder(disk, { root, name: (attempt) => (attempt === 1 ? name : `${name}-${attempt}`) });
  try {
    await folder.write("scenario.yaml", "id: case\n");
    await folder.log({ event: "simulated" });
    await folder.write("data/pk.csv", "time_h,q50\n0,1\n");
    await folder.write("data/pd.csv", "time_h,q50\n0,2\n");
    await folder.write("figures/F01.svg", "<svg/>\n");
    await folder.log({ event: "written" });
    return await folder.finish((files) => JSON.stringify({ files }));
  } catch (error) {
    await folder.abandon(error instanceof Error ? error.message : "");
    throw error;
  }
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** What someone who looks into the directory of runs may take for a finished run, and whether it is one. */
function judge(files: Snapshot): "absent" | "marked" | "whole" | "broken" {
  const inside = new Map(
    [...files].flatMap(([path, bytes]) => {
      const [, , folder = "", ...rest] = path.split("/");
      return folder.startsWith(".partial-") ? [] : [[rest.join("/"), bytes] as const];
    }),
  );
  if (inside.size === 0) return "absent";
  if (inside.has("INCOMPLETE")) return "marked";
  const manifest = inside.get("manifest.json");
  const line = Buffer.from(inside.get("manifest.sha256") ?? []).toString();
  if (!manifest || line !== `${sha256(manifest)}  manifest.json\n`) return "broken";
  const { files: records } = JSON.parse(Buffer.from(manifest).toString()) as {
    files: { path: string; sha256: string }[];
  };
  const isWhole = records.every(({ path, sha256: hash }) => sha256(inside.get(path) ?? new Uint8Array()) === hash);
  return isWhole && inside.size === records.length + 2 ? "whole" : "broken";
}

/** Each directory may independently have kept or lost the names that were not flushed. */
const directories = ["", root, `${root}/${name}`, `${root}/${name}/data`, `${root}/${name}/figures`];

function judgeAllPowerCuts(disk: MemoryDisk): ReadonlySet<string> {
  const verdicts = new Set<string>();
  for (let kept = 0; kept < 2 ** directories.length; kept += 1) {
    const keepsNames = (path: string) => (kept & (1 << directories.indexOf(path))) !== 0 || !directories.includes(path);
    for (const keepsContent of [true, false]) verdicts.add(judge(disk.afterPowerCut({ keepsNames, keepsContent })));
  }
  return verdicts;
}

async function countOperations(): Promise<number> {
  const disk = new MemoryDisk();
  await writeRun(disk);
  return disk.operations;
}

describe("a run folder", () => {
  it("holds what was written, the log, a manifest of all files and the hash of the manifest, and no marker", async () => {
    const disk = new MemoryDisk();
    expect(await writeRun(disk)).toBe(`${root}/${name}`);
    expect(judge(disk.files())).toBe("whole");
    expect([...disk.files().keys()].map((path) => path.replace(`${root}/${name}/`, "")).toSorted()).toEqual([
      "data/pd.csv",
      "data/pk.csv",
      "figures/F01.svg",
      "log.ndjson",
      "manifest.json",
      "manifest.sha256",
      "scenario.yaml",
    ]);
  });

  it("survives a power cut right after it is finished", async () => {
    const disk = new MemoryDisk();
    await writeRun(disk);
    expect([...judgeAllPowerCuts(disk)]).toEqual(["whole"]);
  });

  it("has its marker before anything else is in it, also after a power cut", async () => {
    const disk = new MemoryDisk();
    await openRunFolder(disk, { root, name: () => name });
    expect([...disk.files().keys()][0]).toBe(`${root}/.partial-${name}/INCOMPLETE`);
    const afterwards = disk.afterPowerCut({ keepsNames: (path) => path === root || path === "", keepsContent: false });
    expect(Buffer.from([...afterwards.values()][0] ?? []).toString()).toContain("has not finished");
  });

  it("takes the next name when one is taken by a finished or a running run", async () => {
    const disk = new MemoryDisk();
    await writeRun(disk);
    expect(await writeRun(disk)).toBe(`${root}/${name}-2`);
    await openRunFolder(disk, { root, name: (attempt) => `b-${attempt}` });
    const third = await openRunFolder(disk, { root, name: (attempt) => `b-${attempt}` });
    expect(third.name).toBe("b-2");
  });

  it("keeps marker, reason and log of a run that was abandoned, and nothing else", async () => {
    const disk = new MemoryDisk();
    const folder = await openRunFolder(disk, { root, name: () => name });
    await folder.write("data/pk.csv", "time_h\n");
    await folder.log({ event: "started" });
    await folder.abandon("The run was interrupted");
    const files = disk.files();
    expect([...files.keys()]).toEqual([`${root}/.partial-${name}/INCOMPLETE`, `${root}/.partial-${name}/log.ndjson`]);
    expect(Buffer.from(files.get(`${root}/.partial-${name}/INCOMPLETE`) ?? []).toString()).toContain(
      "Reason: The run was interrupted",
    );
  });
});

describe("a disk that fails at any operation", () => {
  const faults = [
    { kind: "once", code: "ENOSPC" },
    { kind: "once", code: "EIO" },
    { kind: "from-then-on", code: "EROFS" },
  ] as const;

  it.each(faults)("never leaves a run that looks finished and is not: $code $kind", async ({ kind, code }) => {
    for (let at = 1; at <= (await countOperations()); at += 1) {
      const disk = new MemoryDisk({ at, kind, code } satisfies Fault);
      const error: unknown = await writeRun(disk).catch((reason: unknown) => reason);
      expect(error, `operation ${at}`).toBeInstanceOf(CliError);
      expect(error).toMatchObject({ code: "cannot-write", message: expect.stringMatching(`Cannot write /.*${code}`) });
      expect(["absent", "marked", "whole"], `operation ${at}`).toContain(judge(disk.files()));
      expect([...judgeAllPowerCuts(disk)], `power cut after operation ${at}`).not.toContain("broken");
    }
  });

  it("writes the rest when the system takes only part of the bytes", async () => {
    for (let at = 1; at <= (await countOperations()); at += 1) {
      const disk = new MemoryDisk({ at, kind: "short", code: "" });
      await writeRun(disk);
      expect(judge(disk.files()), `operation ${at}`).toBe("whole");
    }
  });
});
