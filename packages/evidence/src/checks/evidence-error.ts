/** One thing wrong with a value: where it is, what was found there and what is required. */
export interface Problem {
  /** Path into the value, e.g. `outcomes[2].cells[0].n`; empty for the value itself. */
  readonly path: string;
  /** What was found, as it would be written in JSON. */
  readonly found: string;
  /** What is required there. */
  readonly required: string;
}

/** Every code an `EvidenceError` can carry, with its meaning. */
export const evidenceErrorCodes = {
  "evidence-data-invalid": "A data file of the evidence package breaks its schema or one of its rules",
  "evidence-case-invalid": "A case given to the eligibility screen breaks the case schema",
  "evidence-reference-unknown": "A citation names a key that the bibliography does not hold",
  "evidence-trial-unknown": "A trial was asked for by an identifier that no record has",
  "evidence-synthesis-invalid": "Effects, moderators or options given to a synthesis cannot be pooled as they are",
  "evidence-synthesis-no-convergence": "An iterative estimate of a synthesis did not settle",
  "evidence-studies-invalid": "A file of studies to pool has rows that cannot be used",
} as const;

/** Stable identifier of an `EvidenceError`. */
export type EvidenceErrorCode = keyof typeof evidenceErrorCodes;

/**
 * A mistake in evidence data, in a case or in a request, that its author can correct.
 *
 * Programs read `code` and `problems`; people read `message`, which lists every problem found, not only the first.
 */
export class EvidenceError extends Error {
  override readonly name = "EvidenceError";
  readonly code: EvidenceErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: EvidenceErrorCode, attempted: string, problems: readonly Problem[]) {
    super(`Cannot ${attempted}: ${problems.map(describeProblem).join("; ")} [${code}]`);
    this.code = code;
    this.problems = problems;
  }
}

function describeProblem({ path, found, required }: Problem): string {
  return `${path === "" ? "the value" : path} is ${found}, must be ${required}`;
}
