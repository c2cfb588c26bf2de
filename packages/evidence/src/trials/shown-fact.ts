import type { Fact } from "./fact.ts";

/** A fact in one line of text: its value, its note and, unless it was read in the source, its status. */
export function shownFact<Value>(fact: Fact<Value>, show: (value: Value) => string = (value) => `${value}`): string {
  const note = fact.note === undefined ? "" : ` (${fact.note})`;
  if (fact.value === null) return `${fact.status === "not-found" ? "not found" : "not applicable"}${note}`;
  return `${show(fact.value)}${note}${fact.status === "seen" ? "" : ` [${fact.status}]`}`;
}
