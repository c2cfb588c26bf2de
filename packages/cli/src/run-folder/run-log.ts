import { createHash } from "node:crypto";
import type { OutputFile } from "./file-system.ts";
import { folderFiles } from "./folder-files.ts";
import { type FileRecord, writeAll } from "./write-file.ts";

/** One line of log.ndjson. */
export type LogEntry = Readonly<Record<string, unknown>> & { readonly event: string };

/** The log of a run: one JSON object a line, on the disk as the run proceeds. */
export class RunLog {
  readonly #file: OutputFile;
  readonly #hash = createHash("sha256");
  #bytes = 0;

  constructor(file: OutputFile) {
    this.#file = file;
  }

  async append(entry: LogEntry): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(entry)}\n`, "utf8");
    await writeAll(this.#file, bytes);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  /** Closes the log for good; its record goes into the manifest. */
  async finish(): Promise<FileRecord> {
    await this.#file.sync();
    await this.#file.close();
    return { path: folderFiles.log, bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }

  /** Closes the log of a run that failed. */
  close(): Promise<void> {
    return this.#file.close();
  }
}
