import { verify } from "../../checks/check.ts";
import { list } from "../../checks/structures.ts";
import { embedded } from "../../embedded.generated.ts";
import { referenceFor } from "../../references/references.ts";
import { type PublishedSynthesis, publishedSynthesisCheck } from "./published-synthesis.ts";

let loaded: readonly PublishedSynthesis[] | undefined;

/** The published syntheses, each with a citation that resolves. @throws EvidenceError `evidence-data-invalid` or `evidence-reference-unknown` */
export function loadPublishedSyntheses(): readonly PublishedSynthesis[] {
  loaded ??= readPublishedSyntheses(embedded["published-syntheses"]);
  return loaded;
}

/** Checks a parsed file of published syntheses. */
export function readPublishedSyntheses(value: unknown): readonly PublishedSynthesis[] {
  const attempted = "read the published syntheses data/published-syntheses.json";
  const syntheses = verify(list(publishedSynthesisCheck), value, { code: "evidence-data-invalid", attempted });
  for (const { citation } of syntheses) referenceFor(citation);
  return syntheses;
}
