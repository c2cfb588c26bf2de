import { EvidenceError } from "../../checks/evidence-error.ts";

/** The five reasons to trust a body of randomised evidence less. */
export const gradeDomains = [
  "risk-of-bias",
  "inconsistency",
  "indirectness",
  "imprecision",
  "publication-bias",
] as const;
export type GradeDomain = (typeof gradeDomains)[number];

/** Certainty of a body of evidence. */
export const certainties = ["very-low", "low", "moderate", "high"] as const;
export type Certainty = (typeof certainties)[number];

/** A recorded judgement on one domain; this program records judgements and never makes them. */
export interface GradeJudgement {
  readonly domain: GradeDomain;
  readonly concern: "none" | "serious" | "very-serious";
  readonly reason: string;
}

/** The certainty that follows from the recorded judgements. */
export interface GradeResult {
  readonly certainty: Certainty;
  readonly judgements: readonly GradeJudgement[];
}

const steps: Readonly<Record<GradeJudgement["concern"], number>> = { none: 0, serious: 1, "very-serious": 2 };

/**
 * Certainty by GRADE: randomised evidence starts at high, other evidence at low, and goes down one step for each serious and two for each
 * very serious concern. Reasons to go up (Guyatt et al. 2011, J Clin Epidemiol 64:1311-1316) are not used here.
 * @param judgements one for each of the five domains, each with a reason
 * @param options isRandomised, true unless given
 * @throws EvidenceError `evidence-synthesis-invalid` for a domain missing, twice, or without a reason
 * Source: Guyatt et al. 2008, BMJ 336:924-926; Cochrane Handbook 6.5, chapter 14.
 */
export function gradeCertainty(
  judgements: readonly GradeJudgement[],
  { isRandomised = true }: { readonly isRandomised?: boolean } = {},
): GradeResult {
  const problems = [
    ...gradeDomains
      .map((domain) => ({ domain, times: judgements.filter((judgement) => judgement.domain === domain).length }))
      .filter(({ times }) => times !== 1)
      .map(({ domain, times }) => ({ path: domain, found: `${times} judgements`, required: "exactly one" })),
    ...judgements
      .filter(({ concern, reason }) => concern !== "none" && reason.trim() === "")
      .map(({ domain }) => ({ path: `${domain}.reason`, found: "nothing", required: "a reason for the concern" })),
  ];
  if (problems.length > 0)
    throw new EvidenceError("evidence-synthesis-invalid", "rate the certainty of evidence", problems);
  const down = judgements.reduce((sum, { concern }) => sum + steps[concern], 0);
  const start = certainties.indexOf(isRandomised ? "high" : "low");
  return { certainty: certainties[Math.max(0, start - down)]!, judgements };
}
