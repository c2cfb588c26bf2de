import type { Author, Reference } from "../../references/reference.ts";

const types: Readonly<Record<Reference["type"], string>> = {
  "article-journal": "article",
  article: "misc",
  webpage: "misc",
  dataset: "misc",
  chapter: "incollection",
  report: "techreport",
};

/** Characters with a meaning in TeX, and what prints them. */
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "%": "\\%",
  "&": "\\&",
  "#": "\\#",
  $: "\\$",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/**
 * References as BibTeX entries, in the order given; titles keep their capitals, accents stay as UTF-8.
 * @param references CSL-JSON records
 * Source: Patashnik 1988, BibTeXing.
 */
export function bibtex(references: readonly Reference[]): string {
  return references.map(entry).join("\n");
}

function entry(reference: Reference): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", reference.author.map(author).join(" and ")],
    ["title", `{${escaped(reference.title)}}`],
    [reference.type === "chapter" ? "booktitle" : "journal", optional(reference["container-title"])],
    ["year", `${reference.issued["date-parts"][0]?.[0]}`],
    ["volume", optional(reference.volume)],
    ["number", optional(reference.issue)],
    ["pages", optional(reference.page?.replace(/-+/, "--"))],
    // DOI and URL are printed by their own macros, which want them as they are.
    ["doi", reference.DOI],
    ["url", reference.URL],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@${types[reference.type]}{${reference.id},\n${lines.join(",\n")}\n}\n`;
}

function author({ family, given, literal }: Author): string {
  // Braces keep the name of a group from being taken apart.
  if (literal !== undefined) return `{${escaped(literal)}}`;
  return [family, given].flatMap((part) => (part === undefined ? [] : [escaped(part)])).join(", ");
}

function optional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escaped(text);
}

function escaped(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/g, (character) => escapes[character]!);
}
