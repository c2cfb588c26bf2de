/** A deep copy of plain data with one place set to another value; `undefined` removes the place. */
export function changed(value: unknown, path: string, replacement: unknown): unknown {
  const copy = structuredClone(value);
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop()!;
  const holder = keys.reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  if (replacement === undefined) delete holder[last];
  else holder[last] = replacement;
  return copy;
}
