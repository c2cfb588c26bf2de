/**
 * A run folder on its way to the disk.
 *
 * Order of events, so that nothing ever looks finished that is not:
 *   1. `.partial-<name>` is made, and in it, before anything else, the file INCOMPLETE (open-run-folder.ts)
 *   2. files are written, each flushed to the disk
 *   3. manifest.json with the hash of every file, then manifest.sha256 with the hash of the manifest
 *   4. all directories are flushed, the folder gets its final name, that name is flushed
 *   5. INCOMPLETE is removed, and its absence flushed
 * Whatever stops the process in between, the folder is absent, called `.partial-`, holds INCOMPLETE, or is whole.
 */
import { dirname, join } from "node:path";
import type { FileSystem, OutputFile } from "./file-system.ts";
import { folderFiles, manifestHashLine } from "./folder-files.ts";
import type { LogEntry, RunLog } from "./run-log.ts";
import { writeError } from "./write-error.ts";
import { type FileRecord, writeAll, writeFile } from "./write-file.ts";

/** A folder with its marker and log in place; see openRunFolder. */
export interface ClaimedFolder {
  readonly files: FileSystem;
  /** Directory of all runs. */
  readonly root: string;
  /** Name the folder gets when it is finished. */
  readonly name: string;
  /** Where it is until then. */
  readonly partialPath: string;
  readonly marker: OutputFile;
  readonly log: RunLog;
}

export class RunFolder {
  readonly #claimed: ClaimedFolder;
  readonly #records: FileRecord[] = [];
  readonly #written: string[] = [];
  readonly #directories: string[] = [];
  #finalPath: string | undefined;

  constructor(claimed: ClaimedFolder) {
    this.#claimed = claimed;
  }

  /** Where the folder is now. */
  get path(): string {
    return this.#finalPath ?? this.#claimed.partialPath;
  }

  /** Name the folder has when it is finished. */
  get name(): string {
    return this.#claimed.name;
  }

  /**
   * Writes one file.
   * @param path inside the folder, forward slashes, e.g. `data/pk.csv`
   * @throws CliError `cannot-write`
   */
  async write(path: string, content: Uint8Array | string): Promise<void> {
    try {
      await this.#ensureDirectory(dirname(path));
      this.#records.push({ path, ...(await this.#writeFile(path, content)) });
    } catch (error) {
      throw writeError(this.#inside(path), error);
    }
  }

  /**
   * Appends one line to log.ndjson.
   * @throws CliError `cannot-write`
   */
  async log(entry: LogEntry): Promise<void> {
    try {
      await this.#claimed.log.append(entry);
    } catch (error) {
      throw writeError(this.#inside(folderFiles.log), error);
    }
  }

  /**
   * Writes the manifest and gives the folder its final name; the last step removes the marker.
   * @param describe the text of manifest.json, given the records of all files in order of their paths
   * @returns the final path
   * @throws CliError `cannot-write`; the marker is then still in the folder, or the folder is whole
   */
  async finish(describe: (records: readonly FileRecord[]) => string): Promise<string> {
    const { files, log, marker } = this.#claimed;
    try {
      this.#records.push(await log.finish());
      await this.#writeManifest(describe);
      for (const directory of this.#directories) await files.syncDirectory(this.#inside(directory));
      await files.syncDirectory(this.path);
      await marker.close(); // before the renaming: Windows refuses to rename a folder with an open file
      await this.#takeFinalName();
      return this.path;
    } catch (error) {
      throw writeError(this.path, error);
    }
  }

  /**
   * Reduces a run that ended early to its marker, with the reason written into it, and its log; does as much of this as
   * the disk allows. A folder that already has its final name is left alone: it is whole, or marked.
   * @param reason why the run ended
   */
  async abandon(reason: string): Promise<void> {
    if (this.#finalPath !== undefined) return;
    const { files, log, marker } = this.#claimed;
    for (const path of this.#written) await quietly(() => files.removeFile(this.#inside(path)));
    for (const directory of this.#directories) await quietly(() => files.removeDirectory(this.#inside(directory)));
    await quietly(() => log.close());
    await quietly(() => writeAll(marker, Buffer.from(`Reason: ${reason}\n`, "utf8")));
    await quietly(() => marker.close());
  }

  async #writeManifest(describe: (records: readonly FileRecord[]) => string): Promise<void> {
    const manifest = Buffer.from(describe(this.#records.toSorted((a, b) => (a.path < b.path ? -1 : 1))), "utf8");
    await this.#writeFile(folderFiles.manifest, manifest);
    await this.#writeFile(folderFiles.manifestHash, manifestHashLine(manifest));
  }

  async #takeFinalName(): Promise<void> {
    const { files, root, name, partialPath } = this.#claimed;
    const finalPath = join(root, name);
    await files.rename(partialPath, finalPath);
    this.#finalPath = finalPath;
    await files.syncDirectory(root);
    await files.removeFile(this.#inside(folderFiles.marker));
    await files.syncDirectory(finalPath);
  }

  async #writeFile(path: string, content: Uint8Array | string) {
    this.#written.push(path);
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    return writeFile(this.#claimed.files, this.#inside(path), bytes);
  }

  async #ensureDirectory(directory: string): Promise<void> {
    if (directory === "." || this.#directories.includes(directory)) return;
    await this.#claimed.files.makeDirectory(this.#inside(directory));
    this.#directories.push(directory);
  }

  #inside(path: string): string {
    return join(this.path, ...path.split("/"));
  }
}

/** The run has failed already and its marker is in place: what cannot be tidied stays, marked. */
async function quietly(action: () => Promise<void>): Promise<void> {
  await action().catch(() => undefined);
}
