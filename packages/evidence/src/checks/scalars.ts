import { asFound, type Check } from "./check.ts";
import { closestWord } from "./closest-word.ts";

/** A string that is not blank. */
export const text: Check<string> = (value, path, report) => {
  if (typeof value !== "string" || value.trim() === "")
    report({ path, found: asFound(value), required: "a non-empty text" });
};

/** `true` or `false`. */
export const flag: Check<boolean> = (value, path, report) => {
  if (typeof value !== "boolean") report({ path, found: asFound(value), required: "true or false" });
};

/** The value `true` and nothing else: a mark that is either present or absent. */
export const mark: Check<true> = (value, path, report) => {
  if (value !== true) report({ path, found: asFound(value), required: "true or absent" });
};

/** A finite number, optionally within bounds (inclusive) and whole. */
export function number(
  bounds: { readonly min?: number; readonly max?: number; readonly whole?: true } = {},
): Check<number> {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole = false } = bounds;
  const range = [min > -Infinity ? `at least ${min}` : "", max < Infinity ? `at most ${max}` : ""].filter(Boolean);
  const required = [whole ? "a whole number" : "a finite number", ...range].join(", ");
  return (value, path, report) => {
    const fits = typeof value === "number" && Number.isFinite(value) && value >= min && value <= max;
    if (!fits || (whole && !Number.isInteger(value))) report({ path, found: asFound(value), required });
  };
}

/** A whole number of people or events, zero or more. */
export const count: Check<number> = number({ min: 0, whole: true });

/** One of a closed list of words; a near miss gets a suggestion. */
export function oneOf<const Word extends string>(words: readonly Word[]): Check<Word> {
  return (value, path, report) => {
    if ((words as readonly unknown[]).includes(value)) return;
    const near = typeof value === "string" ? closestWord(value, words) : undefined;
    const hint = near === undefined ? "" : ` (did you mean ${near}?)`;
    report({ path, found: asFound(value), required: `one of ${words.join(", ")}${hint}` });
  };
}

/** A string that matches `pattern`; `required` says what that means in words. */
export function matching(pattern: RegExp, required: string): Check<string> {
  return (value, path, report) => {
    if (typeof value !== "string" || !pattern.test(value)) report({ path, found: asFound(value), required });
  };
}

/** A calendar date written year-month-day. */
export const isoDate: Check<string> = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a date YYYY-MM-DD");
