import { referenceFor, shortCitation } from "@kinetamine/evidence";

/** The works behind a statement, each once, e.g. `Feder et al. 2014, Taylor et al. 2018`. */
export function citations(sources: readonly { readonly ref: string }[]): string {
  return [...new Set(sources.map(({ ref }) => shortCitation(referenceFor(ref))))].join(", ");
}
