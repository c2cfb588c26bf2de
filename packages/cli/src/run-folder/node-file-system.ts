import { access, mkdir, open, rename, rmdir, unlink } from "node:fs/promises";
import type { FileSystem, OutputFile } from "./file-system.ts";

async function createFile(path: string): Promise<OutputFile> {
  const handle = await open(path, "wx");
  return {
    write: async (bytes) => (await handle.write(bytes)).bytesWritten,
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

/** Windows cannot open a directory to flush it, and journals names by itself. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  ensureDirectory: async (path) => {
    await mkdir(path, { recursive: true });
  },
  makeDirectory: (path) => mkdir(path),
  createFile,
  rename,
  removeFile: unlink,
  removeDirectory: rmdir,
  syncDirectory,
};
