import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { manifestSchema } from "../run-folder/manifest.ts";
import { nodeFileSystem } from "../run-folder/node-file-system.ts";
import { openRunFolder } from "../run-folder/open-run-folder.ts";
import { checkFiles } from "./check-files.ts";
import { firstDifference } from "./first-difference.ts";
import { readManifest } from "./read-manifest.ts";

let root: string;
let folder: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "kinetamine-verify-"));
  const run = await openRunFolder(nodeFileSystem, { root, name: () => "run" });
  await run.write("data/pk.csv", "time_h\n0\n");
  folder = await run.finish((files) => JSON.stringify({ schema: manifestSchema, files }));
});
afterEach(() => rmSync(root, { recursive: true }));

const check = async () => (await checkFiles(folder, await readManifest(folder))).map(({ kind, path }) => [kind, path]);

describe("checkFiles", () => {
  it("finds nothing in a folder as it was written", async () => {
    expect(await check()).toEqual([]);
  });

  it.each([
    ["data/pk.csv", "time_h\n1\n", [["changed", "data/pk.csv"]]],
    ["data/extra.csv", "", [["extra", "data/extra.csv"]]],
    ["log.ndjson", "{}\n", [["changed", "log.ndjson"]]],
    ["manifest.sha256", "", [["changed", "manifest.json"]]],
  ])("finds a change of %s", async (path, text, expected) => {
    writeFileSync(join(folder, path), text);
    expect(await check()).toEqual(expected);
  });

  it("finds a missing file, and a link to it from elsewhere", async () => {
    rmSync(join(folder, "data/pk.csv"));
    symlinkSync("../data/pk.csv", join(folder, "data/link.csv"));
    expect(await check()).toEqual([
      ["missing", "data/pk.csv"],
      ["extra", "data/link.csv"],
    ]);
  });
});

describe("readManifest", () => {
  it.each([
    "../outside",
    "/etc/passwd",
    "a/../../b",
    "a//b",
    ".hidden",
    "a/..",
  ])("refuses the path %j", async (path) => {
    const files = [{ path, bytes: 0, sha256: "" }];
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ schema: manifestSchema, files }));
    await expect(readManifest(folder)).rejects.toMatchObject({ code: "manifest-damaged" });
  });
});

describe("firstDifference", () => {
  const bytes = (text: string) => Buffer.from(text);

  it.each([
    ["a\nb\nc\n", "a\nb\nc\n", undefined],
    ["a\nb\nc\n", "a\nB\nc\n", 'line 2: found "b", reproduced "B"'],
    ["a\n", "a\nb\n", 'line 2: found "", reproduced "b"'],
    ["xa\n", "ya\n", 'line 1: found "xa", reproduced "ya"'],
    ["a\n", "ab\n", 'line 1: found "a", reproduced "ab"'],
  ])("between %j and %j is %j", (found, reproduced, difference) => {
    expect(firstDifference(bytes(found), bytes(reproduced), { isText: true })).toBe(difference);
  });

  it("speaks of bytes in a file that is no text", () => {
    expect(firstDifference(bytes("abc"), bytes("abd"), { isText: false })).toBe(
      "byte 2 of 3 differs (reproduced: 3 bytes)",
    );
  });
});
