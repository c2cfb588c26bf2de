import { dirname, join } from "node:path";
import { CliError } from "../cli-error.ts";
import type { FileSystem } from "../run-folder/file-system.ts";
import { systemErrorName, writeError } from "../run-folder/write-error.ts";
import { writeNewFile } from "../run-folder/write-new-file.ts";

/** A text to be written below a folder. */
interface FolderFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes a new folder under a provisional name and gives it its own when every file is there.
 * @throws CliError `would-overwrite` when the name is taken, `cannot-write`
 */
export async function writeFolder(files: FileSystem, folder: string, content: readonly FolderFile[]): Promise<void> {
  if (await files.exists(folder))
    throw new CliError(
      "would-overwrite",
      `Cannot write ${folder}: a folder or file of this name exists; choose another name`,
    );
  const partial = `${folder}.partial`;
  await makeProvisional(files, partial);
  try {
    for (const directory of new Set(content.map(({ path }) => dirname(path))))
      await files.ensureDirectory(join(partial, directory));
    for (const { path, text } of content) await writeNewFile(files, join(partial, path), Buffer.from(text, "utf8"));
    await files.rename(partial, folder);
    await files.syncDirectory(dirname(folder));
  } catch (error) {
    throw writeError(folder, error);
  }
}

async function makeProvisional(files: FileSystem, partial: string): Promise<void> {
  try {
    await files.ensureDirectory(dirname(partial));
    await files.makeDirectory(partial);
  } catch (error) {
    if (systemErrorName(error) !== "EEXIST") throw writeError(partial, error);
    throw new CliError(
      "would-overwrite",
      `Cannot write ${partial}: it is left from an earlier attempt; remove it first`,
    );
  }
}
