import { createReadStream } from "node:fs";
import { CliError } from "../cli-error.ts";
import { systemErrorName } from "../run-folder/write-error.ts";

/** Far above what a scenario may hold, so that the scenario reader, which knows the true limit, can name it [byte]. */
const mostBytes = 4 * 1024 * 1024;

/** A file as it was given. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Reads a text file without ever holding more than a few megabytes of it.
 * @throws CliError `file-not-found`, `file-unreadable` (also when it is not UTF-8), `file-size`
 */
export async function readInputFile(path: string): Promise<InputFile> {
  const bytes = await readBytes(path);
  if (bytes.length > mostBytes) {
    throw new CliError(
      "file-size",
      `Cannot read ${path}: it is longer than ${mostBytes} bytes, no scenario needs that`,
    );
  }
  try {
    return { path, bytes, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    throw new CliError("file-unreadable", `Cannot read ${path}: it is not UTF-8 text`, { cause: error });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of createReadStream(path, { end: mostBytes })) chunks.push(chunk as Uint8Array);
  } catch (error) {
    const name = systemErrorName(error);
    if (name === "ENOENT") throw new CliError("file-not-found", `Cannot read ${path}: the file does not exist`);
    const reason = name === "EISDIR" ? "it is a directory" : name;
    throw new CliError("file-unreadable", `Cannot read ${path}: ${reason}`, { cause: error });
  }
  return Buffer.concat(chunks);
}
