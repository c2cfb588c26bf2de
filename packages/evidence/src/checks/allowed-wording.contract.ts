import { expect } from "vitest";

/** Words the product does not use, with what they would claim. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\b(recommended|optimal|ideal|best|safe)\s+(dose|dosing|dosage|regimen|protocol)s?\b/i, "names a dose to use"],
  [/\byou\s+(should|must|need to|ought)\b/i, "gives an order"],
  [/\b(will|would)\s+respond\b/i, "forecasts a person"],
  [/\bproven\b|\bproves?\b/i, "claims proof"],
  [/\bmicro-?dos(e|es|ing)\b/i, "speaks of unsupervised use"],
  [/\btrips?\b|\btripping\b|\bk-hole\b/i, "speaks of intoxication as an experience"],
  [/\bcures?\b|\bmiracle\b|\bbreakthrough\b/i, "promises"],
];

/** Words that would turn a list of findings into leave or refusal. */
const verdictWords: readonly (readonly [RegExp, string])[] = [
  [/\b(in)?eligible\b|\b(un)?suitable\b|\bqualif(y|ies|ied)\b|\bcandidate\b/i, "judges the person"],
  [
    /\bshould\s+(not\s+)?(have|get|take|receive|start|stop|be\s+given|be\s+treated)\b/i,
    "advises for or against treatment",
  ],
  [/\b(we|I)\s+(recommend|advise|suggest)\b|\bis\s+(recommended|advised)\s+for\b/i, "advises"],
  [/\b(go ahead|cleared for|safe to (treat|give|take)|do not treat|must not be treated)\b/i, "gives a verdict"],
];

/** Asserts that a text uses none of the words this product avoids. */
export function expectAllowedWording(text: string, where: string): void {
  expectNone(text, where, forbidden);
}

/** Asserts moreover that a text neither grants nor refuses treatment. */
export function expectNoVerdict(text: string, where: string): void {
  expectNone(text, where, [...forbidden, ...verdictWords]);
}

/** Every text inside a value, with its path; identifiers, addresses and titles of works are left out. */
export function textsIn(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, `${path}.${key}`));
}

function expectNone(text: string, where: string, patterns: typeof forbidden): void {
  for (const [pattern, reason] of patterns) expect(pattern.exec(text)?.[0], `${where}: ${reason}`).toBeUndefined();
}
