import { verify } from "../checks/check.ts";
import { EvidenceError } from "../checks/evidence-error.ts";
import { list } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { type Reference, referenceCheck } from "./reference.ts";

let loaded: ReadonlyMap<string, Reference> | undefined;

/**
 * The bibliography by key; every citation in the evidence data resolves here.
 *
 * @throws EvidenceError `evidence-data-invalid` when the file breaks its schema or repeats a key
 */
export function loadReferences(): ReadonlyMap<string, Reference> {
  loaded ??= indexReferences(embedded.references);
  return loaded;
}

/** The reference with this key. @throws EvidenceError `evidence-reference-unknown` */
export function referenceFor(key: string): Reference {
  const reference = loadReferences().get(key);
  if (reference === undefined)
    throw new EvidenceError("evidence-reference-unknown", `cite ${key}`, [
      { path: "", found: JSON.stringify(key), required: "a key of data/references.json" },
    ]);
  return reference;
}

/** Checks a parsed CSL-JSON list and indexes it by key. @throws EvidenceError `evidence-data-invalid` */
export function indexReferences(value: unknown): ReadonlyMap<string, Reference> {
  const attempted = "read the bibliography data/references.json";
  const references = verify(list(referenceCheck), value, { code: "evidence-data-invalid", attempted });
  const byKey = new Map<string, Reference>();
  for (const [index, reference] of references.entries()) {
    if (byKey.has(reference.id))
      throw new EvidenceError("evidence-data-invalid", attempted, [
        { path: `[${index}].id`, found: JSON.stringify(reference.id), required: "a key used once" },
      ]);
    byKey.set(reference.id, reference);
  }
  return byKey;
}
