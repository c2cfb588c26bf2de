import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { folderFiles } from "../run-folder/folder-files.ts";
import { sha256 } from "../run-folder/write-file.ts";
import { readIfPresent } from "./read-if-present.ts";
import type { ReadManifest } from "./read-manifest.ts";

/** One way in which a folder is not what its manifest says, or its numbers are not what its lock gives. */
export interface Discrepancy {
  readonly kind: "missing" | "changed" | "extra" | "not-reproduced";
  /** Inside the run folder. */
  readonly path: string;
  readonly detail: string;
}

/**
 * Compares every file of a folder with its manifest.
 * @param folder path of the run folder
 * @returns files that are missing, changed or not in the manifest; empty when all is as written
 */
export async function checkFiles(folder: string, { manifest, isUnchanged }: ReadManifest): Promise<Discrepancy[]> {
  const found: Discrepancy[] = [];
  if (!isUnchanged) {
    const detail = `does not have the hash in ${folderFiles.manifestHash}: one of the two has changed`;
    found.push({ kind: "changed", path: folderFiles.manifest, detail });
  }
  for (const file of manifest.files) {
    const bytes = await readIfPresent(join(folder, file.path));
    if (!bytes) found.push({ kind: "missing", path: file.path, detail: "is in the manifest but not in the folder" });
    else if (sha256(bytes) !== file.sha256) {
      const detail = `has SHA-256 ${sha256(bytes)}, the manifest ${file.sha256}`;
      found.push({ kind: "changed", path: file.path, detail });
    }
  }
  const known = new Set<string>([
    ...manifest.files.map((file) => file.path),
    folderFiles.manifest,
    folderFiles.manifestHash,
  ]);
  const extra = (await listEntries(folder)).filter((path) => !known.has(path));
  return [...found, ...extra.map((path) => ({ kind: "extra" as const, path, detail: "is not in the manifest" }))];
}

/** Everything in the folder that is not a directory, links included. */
async function listEntries(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}
