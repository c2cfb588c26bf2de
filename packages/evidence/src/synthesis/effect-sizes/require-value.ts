import { EvidenceError, type Problem } from "../../checks/evidence-error.ts";

/** A condition on one input: what was found, and what it must be. */
export type Requirement = readonly [isMet: boolean, path: string, found: number | string, required: string];

/**
 * Refuses inputs that break a condition.
 * @throws EvidenceError `evidence-synthesis-invalid` listing every broken condition
 */
export function requireAll(attempted: string, requirements: readonly Requirement[]): void {
  const problems: Problem[] = requirements
    .filter(([isMet]) => !isMet)
    .map(([, path, found, required]) => ({ path, found: `${found}`, required }));
  if (problems.length > 0) throw new EvidenceError("evidence-synthesis-invalid", attempted, problems);
}
