/** A file being written. */
export interface OutputFile {
  /** Appends and says how many bytes were taken, which may be fewer than offered. */
  write(bytes: Uint8Array): Promise<number>;
  /** Returns once the content would survive a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The few operations by which a run folder reaches the disk: small enough to fail each of them in a test. */
export interface FileSystem {
  exists(path: string): Promise<boolean>;
  /** Makes a directory and its parents; an existing directory is left as it is. */
  ensureDirectory(path: string): Promise<void>;
  /** Makes one directory; fails with EEXIST if the name is taken. */
  makeDirectory(path: string): Promise<void>;
  /** Opens a new file; fails with EEXIST if the name is taken, never follows a link. */
  createFile(path: string): Promise<OutputFile>;
  rename(from: string, to: string): Promise<void>;
  removeFile(path: string): Promise<void>;
  /** Removes an empty directory. */
  removeDirectory(path: string): Promise<void>;
  /** Returns once the names in a directory would survive a power cut. */
  syncDirectory(path: string): Promise<void>;
}
