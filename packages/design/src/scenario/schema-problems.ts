/** Turns what the schema found into located sentences of one style. */
import type { z } from "zod";
import type { InputProblem, InputProblemCode } from "./input-problem.ts";
import { nearestName } from "./nearest-name.ts";
import type { DocumentPath, YamlDocument } from "./yaml-document.ts";

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** Separates allowed keys inside the message of an unknown-key issue, which is one message for several keys. */
const keySeparator = "\n";

/** Describes an issue the schema itself says nothing special about; given to the parser as its error map. */
export function describeIssue(issue: RawIssue): string {
  const found = issue.input === undefined ? "" : `, found ${show(issue.input)}`;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "is missing"
        : `must be ${typeNames[issue.expected] ?? issue.expected}${found}`;
    case "invalid_value":
      return issue.input === undefined
        ? `is missing, must be ${oneOf(issue.values)}`
        : `must be ${oneOf(issue.values)}${found}${didYouMean(issue.input, issue.values)}`;
    case "invalid_union":
      return `must be ${oneOf(optionsOf(issue))}${foundDiscriminator(issue)}`;
    case "too_small":
      return `must ${bound(issue, "at least", "above")} ${issue.minimum}${unitOf(issue)}${found}`;
    case "too_big":
      return `must ${bound(issue, "at most", "below")} ${issue.maximum}${unitOf(issue)}${found}`;
    case "unrecognized_keys":
      return knownKeys(issue).join(keySeparator);
    default:
      return `is not allowed here${found}`;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a finite number",
  string: "text (quote it if it looks like a number, true, false or null)",
  array: "a list",
  object: "a group of keys",
};

function show(input: unknown): string {
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (typeof input === "object" && input !== null) return "a group of keys";
  const text = typeof input === "string" ? JSON.stringify(input) : String(input);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function oneOf(values: readonly unknown[]): string {
  const names = values.map(String);
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function didYouMean(input: unknown, values: readonly unknown[]): string {
  if (typeof input !== "string" || values.length < 2) return "";
  const near = nearestName(input, values.map(String));
  return near === undefined ? "" : `; did you mean ${near}?`;
}

function optionsOf(issue: RawIssue): readonly unknown[] {
  return Array.isArray(issue.options) ? issue.options : [];
}

function foundDiscriminator(issue: RawIssue): string {
  const input = issue.input as Readonly<Record<string, unknown>> | undefined;
  const value = input?.[String(issue.discriminator)];
  return value === undefined ? "" : `, found ${show(value)}${didYouMean(value, optionsOf(issue))}`;
}

function bound(issue: RawIssue, inclusive: string, exclusive: string): string {
  const word = issue.inclusive === false ? exclusive : inclusive;
  return issue.origin === "array" || issue.origin === "string" ? `have ${word}` : `be ${word}`;
}

function unitOf(issue: RawIssue): string {
  if (issue.origin === "string") return " characters";
  return issue.origin === "array" ? " entries" : "";
}

function knownKeys(issue: RawIssue): readonly string[] {
  const schema = issue.inst as { readonly _zod?: { readonly def?: { readonly shape?: object } } } | undefined;
  return Object.keys(schema?._zod?.def?.shape ?? {});
}

/** Locates each issue; an issue about several unknown keys becomes one problem for each key. */
export function problemsOf(issues: readonly Issue[], document: YamlDocument, file: string): readonly InputProblem[] {
  return issues.flatMap((issue): InputProblem[] => {
    const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
    if (issue.code === "unrecognized_keys") {
      const known = issue.message.split(keySeparator);
      return issue.keys.map((key) => ({
        code: "unknown-key",
        ...located([...path, key], "key"),
        message: unknownKey(key, known),
      }));
    }
    return [{ code: codeOf(issue), ...located(path, "value"), message: issue.message }];
  });

  function located(path: DocumentPath, part: "key" | "value") {
    return { file, ...document.locate(path, part), path: path.join(".") };
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  if (/^[0-9]/.test(key)) return `is not a key; if the comma before it is a decimal comma, write a point`;
  const near = nearestName(key, known);
  return near === undefined
    ? `is not a known key; known here: ${known.join(", ")}`
    : `is not a known key; did you mean ${near}?`;
}

function codeOf(issue: Issue): InputProblemCode {
  switch (issue.code) {
    case "custom":
      return (issue.params?.code as InputProblemCode | undefined) ?? "not-allowed";
    case "invalid_type":
      return issue.message.startsWith("is missing") ? "missing" : "wrong-type";
    case "too_small":
    case "too_big":
      return "out-of-bounds";
    default:
      return issue.message.startsWith("is missing") ? "missing" : "not-allowed";
  }
}
