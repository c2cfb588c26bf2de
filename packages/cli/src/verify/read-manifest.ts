import { basename, join } from "node:path";
import { CliError } from "../cli-error.ts";
import { folderFiles, manifestHashLine } from "../run-folder/folder-files.ts";
import { type Manifest, manifestSchema } from "../run-folder/manifest.ts";
import { partialPrefix } from "../run-folder/run-name.ts";
import { readIfPresent } from "./read-if-present.ts";

/** A manifest, and whether it is the one that was written with the run. */
export interface ReadManifest {
  readonly manifest: Manifest;
  /** The bytes of manifest.json have the hash that manifest.sha256 holds. */
  readonly isUnchanged: boolean;
}

/**
 * Reads the manifest of a finished run.
 * @param folder path of the run folder
 * @throws CliError `run-incomplete` when the folder is marked, `not-a-run-folder` when it holds no manifest, `manifest-damaged`
 */
export async function readManifest(folder: string): Promise<ReadManifest> {
  if (basename(folder).startsWith(partialPrefix) || (await readIfPresent(join(folder, folderFiles.marker)))) {
    throw new CliError("run-incomplete", `${folder} is a run that has not finished: nothing in it can be relied on`);
  }
  const bytes = await readIfPresent(join(folder, folderFiles.manifest));
  if (!bytes) {
    throw new CliError("not-a-run-folder", `${folder} is not a run folder: it has no ${folderFiles.manifest}`);
  }
  const hashLine = (await readIfPresent(join(folder, folderFiles.manifestHash))) ?? new Uint8Array();
  const isUnchanged = Buffer.from(hashLine).equals(Buffer.from(manifestHashLine(bytes)));
  return { manifest: parseManifest(bytes, folder), isUnchanged };
}

function parseManifest(bytes: Uint8Array, folder: string): Manifest {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    if (isManifest(value)) return value;
  } catch {
    // told below
  }
  throw new CliError(
    "manifest-damaged",
    `${join(folder, folderFiles.manifest)} is damaged: it must be a JSON object with schema ${manifestSchema} and a list of files`,
  );
}

/** Only what `verify` and `export` rely on; a path may not lead out of the folder. */
function isManifest(value: unknown): value is Manifest {
  if (typeof value !== "object" || value === null || !("schema" in value) || !("files" in value)) return false;
  if (value.schema !== manifestSchema || !Array.isArray(value.files)) return false;
  return value.files.every(
    (file: unknown) =>
      typeof file === "object" &&
      file !== null &&
      "path" in file &&
      typeof file.path === "string" &&
      /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(file.path) &&
      "sha256" in file &&
      typeof file.sha256 === "string",
  );
}
