import type { Check } from "../checks/check.ts";
import { matching, number, oneOf, text } from "../checks/scalars.ts";
import { list, record } from "../checks/structures.ts";

/** How much of a work was read when the data were entered. */
const obtainedParts = [
  "full-text",
  "abstract",
  "registry-record",
  "public-data",
  "excerpt",
  "secondary",
  "not-obtained",
] as const;

/** Fields that may be entered from memory, as long as they are named in `custom.recalled`. */
const recallable = ["title", "author", "issued", "container-title", "DOI", "PMID", "PMCID", "URL"] as const;

/** A person (family and given name) or a group (literal), as CSL-JSON writes them. */
export interface Author {
  readonly family?: string;
  readonly given?: string;
  /** Name of a group. */
  readonly literal?: string;
}

/**
 * One work in the bibliography, in CSL-JSON, so that any reference manager can read the file.
 *
 * `custom` says how much of the work was read and which of its details are from memory and still unverified.
 */
export interface Reference {
  readonly id: string;
  readonly type: "article-journal" | "article" | "webpage" | "dataset" | "chapter" | "report";
  readonly title: string;
  readonly author: readonly Author[];
  readonly issued: { readonly "date-parts": readonly (readonly number[])[] };
  readonly "container-title"?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  readonly URL?: string;
  readonly custom: {
    readonly obtained: (typeof obtainedParts)[number];
    /** Names of fields that are recalled, not checked. */
    readonly recalled?: readonly (typeof recallable)[number][];
    /** Where it was read when not at its own address, e.g. a mirror of the abstract. */
    readonly readAt?: string;
  };
}

const author: Check<Author> = record<Author>({}, { family: text, given: text, literal: text });

/** Schema of one entry of `data/references.json`. */
export const referenceCheck: Check<Reference> = record<Reference>(
  {
    id: matching(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens"),
    type: oneOf(["article-journal", "article", "webpage", "dataset", "chapter", "report"]),
    title: text,
    author: list(author, { min: 1 }),
    issued: record({ "date-parts": list(list(number({ whole: true }), { min: 1 }), { min: 1 }) }, {}),
    custom: record<Reference["custom"]>(
      { obtained: oneOf(obtainedParts) },
      { recalled: list(oneOf(recallable)), readAt: text },
    ),
  },
  {
    "container-title": text,
    volume: text,
    issue: text,
    page: text,
    DOI: matching(/^10\.\d{4,9}\/\S+$/, "a DOI without https://"),
    PMID: matching(/^\d{7,8}$/, "a PubMed number"),
    PMCID: matching(/^PMC\d{6,8}$/, "a PubMed Central number"),
    URL: matching(/^https?:\/\/\S+$/, "an address"),
  },
);
