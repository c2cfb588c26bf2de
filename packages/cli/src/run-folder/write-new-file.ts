import { dirname } from "node:path";
import { CliError } from "../cli-error.ts";
import type { FileSystem, OutputFile } from "./file-system.ts";
import { systemErrorName, writeError } from "./write-error.ts";
import { writeAll } from "./write-file.ts";

/**
 * Writes a file the user named: afterwards it is whole, or not there.
 * @throws CliError `would-overwrite` when the name is taken, `cannot-write`
 */
export async function writeNewFile(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await create(files, path);
  try {
    await writeAll(file, bytes);
    await file.sync();
    await file.close();
    await files.syncDirectory(dirname(path));
  } catch (error) {
    await file.close().catch(() => undefined);
    await files.removeFile(path).catch(() => undefined);
    throw writeError(path, error);
  }
}

async function create(files: FileSystem, path: string): Promise<OutputFile> {
  try {
    return await files.createFile(path);
  } catch (error) {
    if (systemErrorName(error) !== "EEXIST") throw writeError(path, error);
    throw new CliError("would-overwrite", `Cannot write ${path}: a file of this name exists; choose another name`);
  }
}
