import type { Author, Reference } from "./reference.ts";

/** Names printed before the rest becomes "et al.", the limit of the Vancouver style. */
const namesPrinted = 6;

/**
 * A full citation in the Vancouver style, on one line, as plain text ending in the address.
 *
 * Titles are printed as stored; nothing is looked up or completed.
 */
export function formatReference(reference: Reference): string {
  const names = reference.author.map(formatAuthor);
  const people = names.length > namesPrinted ? [...names.slice(0, namesPrinted), "et al"] : names;
  const sentences = [people.join(", "), reference.title, formatPlace(reference), addressOf(reference)];
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => (/[.?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(" ")
    .replace(/\.$/, "");
}

/** A short citation for running text, e.g. `Otto 2021`. */
export function citeShort(reference: Reference): string {
  const [first] = reference.author;
  return `${first?.family ?? first?.literal ?? reference["container-title"] ?? reference.title} ${yearOf(reference)}`;
}

function formatAuthor({ family, given, literal }: Author): string {
  return literal ?? [family, given].filter(Boolean).join(" ");
}

function formatPlace(reference: Reference): string {
  const { volume, issue, page } = reference;
  const container = reference["container-title"];
  const numbers = `${volume ?? ""}${issue === undefined ? "" : `(${issue})`}`;
  const within = [numbers, page].filter(Boolean).join(":");
  const date = [String(yearOf(reference)), within].filter(Boolean).join(";");
  return container === undefined ? date : `${container}. ${date}`;
}

function yearOf(reference: Reference): number {
  return reference.issued["date-parts"][0]![0]!;
}

function addressOf({ DOI, PMID, PMCID, URL }: Reference): string {
  if (DOI !== undefined) return `https://doi.org/${DOI}`;
  if (PMCID !== undefined) return `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}`;
  if (PMID !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${PMID}`;
  return URL ?? "";
}
