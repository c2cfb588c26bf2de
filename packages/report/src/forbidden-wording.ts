import { embeddedData, hasList } from "./embedded-data.ts";

/** A phrase the product never uses, with what it says in its place. */
export interface ForbiddenPhrase {
  readonly phrase: string;
  readonly insteadSay: string;
}

/** A forbidden phrase found in a text. */
export interface WordingFinding extends ForbiddenPhrase {
  /** Place of the first character in the text as given. */
  readonly index: number;
  /** The phrase with its surroundings. */
  readonly excerpt: string;
}

/** Reads the list of phrases. */
export function forbiddenPhrases(): readonly ForbiddenPhrase[] {
  return embeddedData("forbidden-wording", isPhraseFile).phrases;
}

/**
 * Finds forbidden phrases in plain text: whole words, any case, any white space or hyphen between words.
 *
 * Works on words as a reader sees them: take tags out of HTML before. Titles of cited works are quoted as they are and may
 * have to be exempted by the caller.
 *
 * @param text plain text
 * @returns findings in the order of the text
 */
export function findForbiddenWording(text: string): WordingFinding[] {
  const findings = forbiddenPhrases().flatMap((entry) =>
    [...text.matchAll(patternOf(entry.phrase))].map((match) => ({
      ...entry,
      index: match.index,
      excerpt: text.slice(Math.max(0, match.index - 40), match.index + entry.phrase.length + 40).replace(/\s+/g, " "),
    })),
  );
  return findings.toSorted((a, b) => a.index - b.index);
}

function patternOf(phrase: string): RegExp {
  const words = phrase.split(" ").map((word) => word.replace(/[^\p{L}]/gu, ""));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s\\u00AD\\u2010-\\u2013-]+")}(?![\\p{L}\\p{N}])`, "giu");
}

function isPhraseFile(value: unknown): value is { readonly phrases: readonly ForbiddenPhrase[] } {
  return hasList(value, "phrases");
}
