import { embedded } from "./embedded.generated.ts";
import { ReportError } from "./report-error.ts";

/**
 * Reads one of this package's data files, which are written into the program at build time.
 *
 * @param name file name without ending, e.g. `crisis-lines`
 * @param isWellFormed checks the shape; the files are our own, so the check guards against slips rather than attacks
 * @throws ReportError `data-file` when the file is missing or malformed
 */
export function embeddedData<T>(name: string, isWellFormed: (value: unknown) => value is T): T {
  const value = embedded[name];
  if (isWellFormed(value)) return value;
  throw new ReportError(
    "data-file",
    `Cannot read data/${name}.json: found ${value === undefined ? "no such file" : "another shape"}, need the shape its reader states`,
  );
}

/** Whether a value is an object whose named entry is a list with at least one item. */
export function hasList<K extends string>(value: unknown, key: K): value is Record<K, readonly unknown[]> {
  if (typeof value !== "object" || value === null) return false;
  const list = (value as Record<string, unknown>)[key];
  return Array.isArray(list) && list.length > 0;
}
