import type { Check } from "../checks/check.ts";
import { oneOf, text } from "../checks/scalars.ts";
import { join, list, nullable, record, withRules } from "../checks/structures.ts";
import { type Status, statuses } from "./vocabulary.ts";

/** A place in a work: its key in the bibliography and where in it. */
export interface Source {
  readonly ref: string;
  /** Section, table, outcome number, abstract … precise enough to find it again. */
  readonly where: string;
}

/** A value with its status and sources; `value` is null exactly when the status is `not-found` or `not-applicable`. */
export interface Fact<Value> {
  readonly value: Value | null;
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly note?: string;
}

/** Schema of a source. */
export const sourceCheck: Check<Source> = record<Source>({ ref: text, where: text }, {});

/** Schema of a fact whose value passes `value`. */
export function factCheck<Value>(value: Check<Value>): Check<Fact<Value>> {
  const shape = record<Fact<Value>>(
    { value: nullable(value), status: oneOf(statuses), sources: list(sourceCheck) },
    { note: text },
  );
  return withRules(shape, (fact, path, report) => {
    if ((fact.value === null) !== (fact.status === "not-found" || fact.status === "not-applicable"))
      report({
        path: join(path, "status"),
        found: fact.status,
        required: "not-found or not-applicable exactly when the value is null",
      });
    requireSources(fact, path, report);
  });
}

/** Reports an entry that claims to have been read but names no source. */
export function requireSources(
  entry: { readonly status: Status; readonly sources: readonly Source[] },
  path: string,
  report: Parameters<Check<unknown>>[2],
): void {
  const needsSource = entry.status === "seen" || entry.status === "seen-secondary" || entry.status === "derived";
  if (needsSource && entry.sources.length === 0)
    report({ path: join(path, "sources"), found: "an empty list", required: `a source for status ${entry.status}` });
}
