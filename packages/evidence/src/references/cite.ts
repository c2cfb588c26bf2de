import type { Author, Reference } from "./reference.ts";

/** Short citation for running text, e.g. `Feder et al. 2014`. */
export function shortCitation(reference: Reference): string {
  const names = reference.author.map(familyName);
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(" and ");
  return `${who} ${yearOf(reference)}`;
}

/** Full citation on one line: authors, year, title, container, DOI or address; plain text. */
export function fullCitation(reference: Reference): string {
  const { title, volume, issue, page } = reference;
  const container = reference["container-title"];
  const place = [volume, issue === undefined ? "" : `(${issue})`].filter(Boolean).join("");
  const within = [container, place, page].filter(Boolean).join(" ");
  const address = reference.DOI === undefined ? reference.URL : `https://doi.org/${reference.DOI}`;
  const parts = [`${reference.author.map(fullName).join(", ")} (${yearOf(reference)})`, title, within, address];
  return parts.filter((part) => part !== undefined && part !== "").join(". ");
}

/** Year of publication. */
function yearOf(reference: Reference): number {
  return reference.issued["date-parts"][0]![0]!;
}

function familyName({ family, literal }: Author): string {
  return family ?? literal ?? "Anonymous";
}

function fullName({ family, given, literal }: Author): string {
  return literal ?? [family, given].filter(Boolean).join(" ");
}
