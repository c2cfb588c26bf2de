import { CliError } from "../cli-error.ts";

/** What the system's error names mean to the person at the terminal. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EDQUOT: "the disk quota is used up",
  EEXIST: "the name is already taken",
  EIO: "the device reported an input/output error",
  EISDIR: "a directory has this name",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the path is too long",
  ENOENT: "the directory does not exist",
  ENOSPC: "no space is left on the device",
  ENOTDIR: "part of the path is not a directory",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
  ESHORT: "the device stopped taking data",
};

/**
 * The system's name of a failure.
 * @returns for instance `ENOSPC`; empty when the error has none
 */
export function systemErrorName(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}

/**
 * Turns any failure of the disk into one message that names the path and the reason.
 * @param path what was being written
 * @param error what the system threw
 * @returns an error with code `cannot-write`; a CliError is passed on as it is
 */
export function writeError(path: string, error: unknown): CliError {
  if (error instanceof CliError) return error;
  const name = systemErrorName(error);
  const reason = reasons[name] ?? (error instanceof Error ? error.message : String(error));
  return new CliError("cannot-write", `Cannot write ${path}: ${reason}${name === "" ? "" : ` (${name})`}`, {
    cause: error,
  });
}
