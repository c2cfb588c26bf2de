import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Check } from "@kinetamine/design";
import { manifestSchema } from "../run-folder/manifest.ts";
import { nodeFileSystem } from "../run-folder/node-file-system.ts";
import { openRunFolder } from "../run-folder/open-run-folder.ts";
import { tool } from "../tool.ts";
import { checkFiles } from "../verify/check-files.ts";
import { readManifest } from "../verify/read-manifest.ts";

const leastNode = [20, 19] as const;

/**
 * Is this installation complete: Node, every package in its pinned version, a disk that keeps what is written?
 */
export async function installChecks(): Promise<readonly Check[]> {
  return [checkNode(), ...checkPackages(), await checkDisk()];
}

function checkNode(): Check {
  const found = process.versions.node;
  const [major = 0, minor = 0] = found.split(".").map(Number);
  const [leastMajor, leastMinor] = leastNode;
  return {
    id: "node",
    label: "Node.js version",
    passed: major > leastMajor || (major === leastMajor && minor >= leastMinor),
    found,
    required: `at least ${leastNode.join(".")}`,
  };
}

interface PackageFile {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function checkPackages(): readonly Check[] {
  const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as PackageFile;
  return Object.entries({ [tool.name]: own.version, ...own.dependencies }).map(([name, required]) => {
    const found = name === tool.name ? own.version : installedVersion(name);
    return { id: `package-${name}`, label: `Package ${name}`, passed: found === required, found, required };
  });
}

/** The version of a package as it would be imported from here; its own door has to be there too. */
function installedVersion(name: string): string {
  try {
    const door = fileURLToPath(import.meta.resolve(name));
    if (!existsSync(door)) return `not built: ${door} is missing`;
    let folder = dirname(door);
    while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
    return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile).version;
  } catch {
    return "not found";
  }
}

/** Writes, finishes and verifies a run folder in the directory for temporary files. */
async function checkDisk(): Promise<Check> {
  const description = { id: "disk", label: "Run folder written, renamed and read back", required: "unchanged" };
  const root = await mkdtemp(join(tmpdir(), "kinetamine-selftest-"));
  try {
    const folder = await openRunFolder(nodeFileSystem, { root, name: () => "run" });
    await folder.write("data/numbers.csv", "a\n1\n");
    const path = await folder.finish((files) => JSON.stringify({ schema: manifestSchema, files }));
    const discrepancies = await checkFiles(path, await readManifest(path));
    const found = discrepancies.length === 0 ? "unchanged" : discrepancies.map(({ path: file }) => file).join(", ");
    return { ...description, passed: discrepancies.length === 0, found };
  } catch (error) {
    return { ...description, passed: false, found: error instanceof Error ? error.message : String(error) };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
