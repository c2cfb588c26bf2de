import { embedded } from "./embedded.generated.ts";
import { KetamineError } from "./ketamine-error.ts";
import { list, number, oneOf, optional, record, text } from "./readers.ts";

/** A person (family and given name) or a group (literal), as CSL-JSON writes them. */
export interface Author {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** One work of the bibliography in CSL-JSON; `note` says which details are recalled and not yet checked. */
export interface Reference {
  readonly id: string;
  readonly type: "article-journal" | "article" | "document" | "software" | "webpage";
  readonly title: string;
  /** Empty when the authors could not be obtained. */
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
  readonly note?: string;
}

/** Every work that the data of this package cite, in order of key. */
export const references: readonly Reference[] = list(
  record<Reference>({
    id: text,
    type: oneOf(["article-journal", "article", "document", "software", "webpage"]),
    title: text,
    author: list(record<Author>({ family: optional(text), given: optional(text), literal: optional(text) })),
    issued: record<Reference["issued"]>({ "date-parts": list(list(number, 1), 1) }),
    "container-title": optional(text),
    volume: optional(text),
    issue: optional(text),
    page: optional(text),
    DOI: optional(text),
    PMID: optional(text),
    PMCID: optional(text),
    URL: optional(text),
    note: optional(text),
  }),
)(embedded.references, "references");

/**
 * The work with this key.
 *
 * @throws KetamineError `ketamine-reference-unknown`
 */
export function findReference(id: string): Reference {
  const found = references.find((reference) => reference.id === id);
  if (found !== undefined) return found;
  throw new KetamineError(
    "ketamine-reference-unknown",
    "reference",
    `Cannot find ${id}: a key of references.json needed`,
  );
}
