import { readFile } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import { systemErrorName } from "../run-folder/write-error.ts";

/**
 * Reads a file that may be absent.
 * @returns undefined when there is no such file
 * @throws CliError `file-unreadable` when there is one that cannot be read
 */
export async function readIfPresent(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const name = systemErrorName(error);
    if (name === "ENOENT" || name === "ENOTDIR") return undefined;
    throw new CliError("file-unreadable", `Cannot read ${path}: ${name}`, { cause: error });
  }
}
