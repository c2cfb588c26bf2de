/** Readers of parsed JSON: each returns the value with its type or throws a `KetamineError` that says where and what is wrong. */
import { KetamineError } from "./ketamine-error.ts";

/** Turns an unknown value into a `Value`, or throws with the path to what is wrong. */
export type Reader<Value> = (value: unknown, path: string) => Value;

/** How to read each property of an object; `optional(...)` marks those that may be absent. */
type Fields<Value> = { readonly [Key in keyof Value]-?: Reader<Value[Key]> };

function refuse(path: string, value: unknown, required: string): never {
  const found = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value)).slice(0, 60);
  throw new KetamineError("ketamine-data-invalid", path, `Cannot read ${found}: ${required} needed`);
}

/** A text that is not blank. */
export const text: Reader<string> = (value, path) =>
  typeof value === "string" && value.trim() !== "" ? value : refuse(path, value, "a non-empty text");

/** A finite number. */
export const number: Reader<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? value : refuse(path, value, "a finite number");

/** A finite number above 0. */
export const positive: Reader<number> = (value, path) =>
  number(value, path) > 0 ? (value as number) : refuse(path, value, "a number above 0");

/** One of a closed list of words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return (value, path) => words.find((word) => word === value) ?? refuse(path, value, `one of ${words.join(", ")}`);
}

/** An array, each element read by `element`; at least `min` of them. */
export function list<Value>(element: Reader<Value>, min = 0): Reader<readonly Value[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < min) return refuse(path, value, `a list of at least ${min}`);
    return value.map((entry, index) => element(entry, `${path}[${index}]`));
  };
}

/** A property that may be absent. */
export function optional<Value>(reader: Reader<Value>): Reader<Value> {
  return (value, path) => (value === undefined ? (undefined as Value) : reader(value, path));
}

/** An object with exactly these properties: a missing or unknown one is refused. */
export function record<Value extends object>(fields: Fields<Value>): Reader<Value> {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(path, value, "an object");
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) refuse(`${path}.${unknown}`, unknown, `one of ${Object.keys(fields).join(", ")}`);
    const known = Object.entries<Reader<unknown>>(fields).map(([key, reader]) => [
      key,
      reader((value as Record<string, unknown>)[key], `${path}.${key}`),
    ]);
    return Object.fromEntries(known.filter(([, entry]) => entry !== undefined)) as Value;
  };
}
