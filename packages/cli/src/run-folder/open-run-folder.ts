import { dirname, join, resolve } from "node:path";
import type { FileSystem, OutputFile } from "./file-system.ts";
import { folderFiles, markerText } from "./folder-files.ts";
import { RunFolder } from "./run-folder.ts";
import { RunLog } from "./run-log.ts";
import { partialPrefix } from "./run-name.ts";
import { systemErrorName, writeError } from "./write-error.ts";
import { writeAll } from "./write-file.ts";

/** Runs of one scenario within one second get the names `…`, `…-2`, `…-3`; more than this is a mistake. */
const mostAttempts = 100;

/**
 * Makes `.partial-<name>`, and in it the marker INCOMPLETE before anything else.
 * @param target `root`, the directory of all runs, made if absent; `name` for the first, second, … try, when names are taken
 * @throws CliError `cannot-write`; nothing that looks finished is left behind
 */
export async function openRunFolder(
  files: FileSystem,
  target: { readonly root: string; readonly name: (attempt: number) => string },
): Promise<RunFolder> {
  const root = resolve(target.root);
  try {
    await ensureRoot(files, root);
    const name = await claimName(files, { root, name: target.name });
    const partialPath = join(root, `${partialPrefix}${name}`);
    const marker = await createMarker(files, partialPath);
    const log = new RunLog(await files.createFile(join(partialPath, folderFiles.log)));
    return new RunFolder({ files, root, name, partialPath, marker, log });
  } catch (error) {
    throw writeError(root, error);
  }
}

async function ensureRoot(files: FileSystem, root: string): Promise<void> {
  if (await files.exists(root)) return;
  await files.ensureDirectory(root);
  await files.syncDirectory(dirname(root));
}

/** Making the partial directory is what claims a name: the system lets only one process do it. */
async function claimName(
  files: FileSystem,
  target: { readonly root: string; readonly name: (attempt: number) => string },
): Promise<string> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const name = target.name(attempt);
    const partialPath = join(target.root, `${partialPrefix}${name}`);
    if (!(await makeUnlessTaken(files, partialPath))) continue;
    if (!(await files.exists(join(target.root, name)))) return name;
    await files.removeDirectory(partialPath);
  }
  throw Object.assign(new Error(`${mostAttempts} names are taken`), { code: "EEXIST" });
}

async function makeUnlessTaken(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.makeDirectory(path);
    return true;
  } catch (error) {
    if (systemErrorName(error) === "EEXIST") return false;
    throw error;
  }
}

async function createMarker(files: FileSystem, partialPath: string): Promise<OutputFile> {
  const marker = await files.createFile(join(partialPath, folderFiles.marker));
  await writeAll(marker, Buffer.from(markerText, "utf8"));
  await marker.sync();
  await files.syncDirectory(partialPath);
  return marker;
}
