import { formatReference, type Reference } from "@kinetamine/ketamine";
import { embeddedData } from "../embedded-data.ts";
import type { Block, Content, ReferenceEntry } from "./block.ts";

/** Works that this package itself cites, e.g. notices of regulators. */
export function ownReferences(): readonly Reference[] {
  return embeddedData("references", isReferenceList);
}

/**
 * Finds the citations of a document in the order in which a reader meets them.
 *
 * @returns each key once; its place in the list, counted from 1, is its number
 */
export function citedKeys(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap(keysOfBlock))];
}

/**
 * Writes the reference list for citation keys.
 *
 * @param keys in the order of their numbers
 * @param references the bibliography; a key that is missing there is printed as it is, marked as unknown
 */
export function referenceEntries(keys: readonly string[], references: readonly Reference[]): ReferenceEntry[] {
  const all = [...references, ...ownReferences()];
  return keys.map((key, index) => {
    const reference = all.find((candidate) => candidate.id === key);
    if (reference === undefined) return { number: index + 1, text: `${key} (not in the bibliography)` };
    const note = reference.note === undefined ? "" : ` [${reference.note}]`;
    const href = addressOf(reference);
    const text = formatReference(reference).replace(/\.? https?:\S+$/, "");
    return { number: index + 1, text: `${text}.${note}`, ...(href === undefined ? {} : { href }) };
  });
}

function addressOf({ DOI, PMCID, PMID, URL }: Reference): string | undefined {
  if (DOI !== undefined) return `https://doi.org/${DOI}`;
  if (PMCID !== undefined) return `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}`;
  if (PMID !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${PMID}`;
  return URL?.startsWith("https://") === true ? URL : undefined;
}

function keysOfBlock(block: Block): string[] {
  switch (block.kind) {
    case "section":
    case "banner":
    case "details":
      return block.blocks.flatMap(keysOfBlock);
    case "paragraph":
      return keysOfContent(block.content);
    case "list":
      return block.items.flatMap(keysOfContent);
    case "table":
      return block.rows.flat().flatMap(keysOfContent);
    case "code":
    case "figure":
    case "references":
      return [];
  }
}

function keysOfContent(content: Content): string[] {
  return content.flatMap((inline) => (typeof inline !== "string" && inline.kind === "cite" ? [inline.key] : []));
}

function isReferenceList(value: unknown): value is readonly Reference[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "object" && entry !== null && "id" in entry);
}
