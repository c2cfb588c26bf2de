/** A citation key with the path at which it stands. */
export interface Citation {
  readonly path: string;
  readonly key: string;
}

/**
 * Every citation inside a value: each `ref` and each `citation` key, wherever it stands.
 *
 * The evidence data use these two names for nothing else, which lets one walk find them all.
 */
export function sourcesIn(value: unknown, path = ""): readonly Citation[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => sourcesIn(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    const here = path === "" ? name : `${path}.${name}`;
    const isKey = (name === "ref" || name === "citation") && typeof entry === "string";
    return isKey ? [{ path: here, key: entry }] : sourcesIn(entry, here);
  });
}
