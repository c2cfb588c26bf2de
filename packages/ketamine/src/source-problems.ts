import { embedded } from "./embedded.generated.ts";
import { type Reference, references } from "./reference.ts";

/** A citation or a reference that does not hold up. */
export interface SourceProblem {
  /** Where, e.g. `parameters.receptors[3].sources[0]` or `references.li2010`. */
  readonly path: string;
  readonly message: string;
}

interface Citation {
  readonly path: string;
  readonly ref: string;
}

/**
 * Everything wrong with the sources of this package's data: citations without a reference, references without a
 * citation, and references that nobody could look up.
 *
 * @param data parsed data files by name; every object with `ref` and `where` in it counts as a citation
 * @returns empty when all is well
 */
export function findSourceProblems(
  data: Readonly<Record<string, unknown>> = embedded,
  bibliography: readonly Reference[] = references,
): readonly SourceProblem[] {
  const citations = Object.entries(data)
    .filter(([name]) => name !== "models" && name !== "references")
    .flatMap(([name, content]) => collectCitations(content, name));
  const keys = new Set(bibliography.map(({ id }) => id));
  const cited = new Set(citations.map(({ ref }) => ref));
  return [
    ...citations
      .filter(({ ref }) => !keys.has(ref))
      .map(({ path, ref }) => ({ path, message: `Cannot cite ${ref}: a key of references.json needed` })),
    ...bibliography.flatMap((reference) => checkReference(reference, cited)),
  ];
}

function collectCitations(value: unknown, path: string): readonly Citation[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => collectCitations(entry, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  const { ref, where } = value as { readonly ref?: unknown; readonly where?: unknown };
  if (typeof ref === "string" && where !== undefined) return [{ path, ref }];
  return Object.entries(value).flatMap(([key, entry]) => collectCitations(entry, `${path}.${key}`));
}

function checkReference(
  { id, DOI, PMID, PMCID, URL }: Reference,
  cited: ReadonlySet<string>,
): readonly SourceProblem[] {
  const path = `references.${id}`;
  const address = DOI ?? PMID ?? PMCID ?? URL;
  return [
    ...(cited.has(id) ? [] : [{ path, message: "Cannot keep a work that no data cite: a citation needed" }]),
    ...(address === undefined
      ? [{ path, message: "Cannot find this work: a DOI, PubMed number or address needed" }]
      : []),
  ];
}
