import { verify } from "../checks/check.ts";
import { EvidenceError } from "../checks/evidence-error.ts";
import { list } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { loadReferences } from "../references/references.ts";
import { sourcesIn } from "../references/sources-in.ts";
import { type MechanismLink, mechanismLinkCheck } from "./mechanism-link.ts";

let loaded: readonly MechanismLink[] | undefined;

/** The mechanism from dose to symptom, link by link. @throws EvidenceError `evidence-data-invalid` */
export function loadMechanismLinks(): readonly MechanismLink[] {
  loaded ??= readMechanismLinks(embedded["mechanism-links"]);
  return loaded;
}

/** Checks a parsed list of links. @throws EvidenceError `evidence-data-invalid` */
export function readMechanismLinks(value: unknown): readonly MechanismLink[] {
  const attempted = "read the mechanism links data/mechanism-links.json";
  const links = verify(list(mechanismLinkCheck), value, { code: "evidence-data-invalid", attempted });
  const ids = links.map(({ id }) => id);
  const problems = [
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) === index ? [] : [{ path: `[${index}].id`, found: id, required: "an identifier used once" }],
    ),
    ...sourcesIn(links)
      .filter(({ key }) => !loadReferences().has(key))
      .map(({ path, key }) => ({ path, found: key, required: "a key of data/references.json" })),
  ];
  if (problems.length > 0) throw new EvidenceError("evidence-data-invalid", attempted, problems);
  return links;
}
