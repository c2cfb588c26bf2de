import { asFound, type Check, type Report } from "./check.ts";
import { closestWord } from "./closest-word.ts";

type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type RequiredShape<T> = { readonly [K in Exclude<keyof T, OptionalKeys<T>>]: Check<T[K]> };
type OptionalShape<T> = { readonly [K in OptionalKeys<T>]-?: Check<Exclude<T[K], undefined>> };

/**
 * An object with exactly the listed keys: missing required keys and unknown keys are both reported.
 *
 * The compiler compares the two shapes with the interface, so a check cannot fall behind its type.
 */
export function record<T extends object>(required: RequiredShape<T>, optional: OptionalShape<T>): Check<T> {
  const checks: Readonly<Record<string, Check<unknown>>> = { ...required, ...optional };
  return (value, path, report) => {
    if (!isPlainObject(value)) return report({ path, found: asFound(value), required: "an object" });
    reportUnknownKeys(value, Object.keys(checks), { path, report });
    for (const [key, check] of Object.entries(checks)) {
      const isPresent = Object.hasOwn(value, key);
      if (isPresent || Object.hasOwn(required, key)) check(isPresent ? value[key] : undefined, join(path, key), report);
    }
  };
}

function reportUnknownKeys(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  { path, report }: { readonly path: string; readonly report: Report },
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = closestWord(key, known);
    const hint = near === undefined ? "" : ` (did you mean ${near}?)`;
    report({ path: join(path, key), found: "an unknown key", required: `one of ${known.join(", ")}${hint}` });
  }
}

/** A list whose every item passes `item`; `min` items at least. */
export function list<T>(item: Check<T>, { min = 0 }: { readonly min?: number } = {}): Check<readonly T[]> {
  return (value, path, report) => {
    if (!Array.isArray(value) || value.length < min)
      return report({ path, found: asFound(value), required: min === 0 ? "a list" : `a list of at least ${min}` });
    value.forEach((entry, index) => {
      item(entry, `${path}[${index}]`, report);
    });
  };
}

/** An object used as a table: any key that matches `key`, every value passing `item`. */
export function dictionary<T>(key: RegExp, item: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value, path, report) => {
    if (!isPlainObject(value)) return report({ path, found: asFound(value), required: "an object" });
    for (const [name, entry] of Object.entries(value)) {
      if (!key.test(name))
        report({ path: join(path, name), found: "a malformed key", required: `a key like ${key.source}` });
      item(entry, join(path, name), report);
    }
  };
}

/** Either `null` or a value that passes `check`. */
export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value, path, report) => {
    if (value !== null) check(value, path, report);
  };
}

/** A value that passes `check` and, once it does, every rule as well; rules look across fields. */
export function withRules<T>(check: Check<T>, rules: (value: T, path: string, report: Report) => void): Check<T> {
  return (value, path, report) => {
    let isSound = true;
    check(value, path, (problem) => {
      isSound = false;
      report(problem);
    });
    if (isSound) rules(value as T, path, report);
  };
}

/** Extends a path by a key: `a` and `b` give `a.b`. */
export function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
