import { verify } from "../checks/check.ts";
import { EvidenceError, type Problem } from "../checks/evidence-error.ts";
import { list } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { loadGuidance } from "../guidance/guidance.ts";
import { loadReferences } from "../references/references.ts";
import { sourcesIn } from "../references/sources-in.ts";
import { loadTrials } from "../trials/trials.ts";
import { type Claim, claimCheck } from "./claim.ts";
import { loadMechanismLinks } from "./mechanism-links.ts";

let loaded: readonly Claim[] | undefined;

/** How many claims the founding article makes. */
const claimCount = 19;

/** The claims ledger, complete and in order. @throws EvidenceError `evidence-data-invalid` */
export function loadClaims(): readonly Claim[] {
  loaded ??= readClaims(embedded.claims);
  return loaded;
}

/** Checks a parsed ledger: schema, completeness, and that everything it points to exists. @throws EvidenceError `evidence-data-invalid` */
export function readClaims(value: unknown): readonly Claim[] {
  const attempted = "read the claims ledger data/claims.json";
  const claims = verify(list(claimCheck), value, { code: "evidence-data-invalid", attempted });
  const problems = [...orderProblems(claims), ...linkProblems(claims)];
  if (problems.length > 0) throw new EvidenceError("evidence-data-invalid", attempted, problems);
  return claims;
}

function orderProblems(claims: readonly Claim[]): readonly Problem[] {
  return Array.from({ length: Math.max(claimCount, claims.length) }, (_, index) => ({
    path: `[${index}].id`,
    found: claims[index]?.id ?? "missing",
    required: index < claimCount ? `C${index + 1}` : "no further claim",
  })).filter(({ found, required }) => found !== required);
}

function linkProblems(claims: readonly Claim[]): readonly Problem[] {
  const trials = new Set(loadTrials().map(({ id }) => id));
  const links = new Set(loadMechanismLinks().map(({ id }) => id));
  const rules = new Set(loadGuidance().map(({ number }) => number));
  return claims.flatMap((claim, index) => [
    ...missing(claim.trials, trials, { path: `[${index}].trials`, required: "the identifier of a trial record" }),
    ...missing(claim.links, links, { path: `[${index}].links`, required: "the identifier of a mechanism link" }),
    ...missing(claim.rules, rules, { path: `[${index}].rules`, required: "the number of a guidance rule" }),
    ...sourcesIn(claim, `[${index}]`)
      .filter(({ key }) => !loadReferences().has(key))
      .map(({ path, key }) => ({ path, found: key, required: "a key of data/references.json" })),
  ]);
}

function missing<Key>(
  named: readonly Key[],
  known: ReadonlySet<Key>,
  { path, required }: { readonly path: string; readonly required: string },
): readonly Problem[] {
  return named.filter((key) => !known.has(key)).map((key) => ({ path, found: `${key}`, required }));
}
