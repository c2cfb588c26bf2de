import { createHash } from "node:crypto";
import type { FileSystem, OutputFile } from "./file-system.ts";

/** What the manifest keeps of a file. */
export interface FileRecord {
  /** Inside the run folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
}

/**
 * Appends all bytes, however few the system takes at a time.
 * @throws ESHORT when the system takes none
 */
export async function writeAll(file: OutputFile, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) {
    const taken = await file.write(bytes.subarray(offset));
    if (taken <= 0) throw Object.assign(new Error("write took no bytes"), { code: "ESHORT" });
    offset += taken;
  }
}

/**
 * Creates a file whose content has reached the disk when this returns.
 * @param path a name not yet taken
 * @returns size and SHA-256 of what was written
 * @throws what the file system throws; the file may then exist with part of its content
 */
export async function writeFile(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const file = await files.createFile(path);
  try {
    await writeAll(file, bytes);
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined); // the first failure is the one to report
    throw error;
  }
  await file.close();
  return { bytes: bytes.length, sha256: sha256(bytes) };
}

/**
 * SHA-256 of some bytes.
 * @returns 64 lower-case hexadecimal digits
 */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
