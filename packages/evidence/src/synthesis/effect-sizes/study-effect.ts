import { EvidenceError, type Problem } from "../../checks/evidence-error.ts";

/** One study's result, ready for pooling: an effect and its sampling variance on the same scale. */
export interface StudyEffect {
  /** Name shown in tables and plots, e.g. `Feder 2014`. */
  readonly label: string;
  /** The estimate, negative = less of what was measured [unit of the measure; log for ratios]. */
  readonly effect: number;
  /** Its squared standard error [unit of the effect, squared]. */
  readonly variance: number;
}

/**
 * Refuses effects that cannot be pooled: not finite, a variance that is not above 0, or too few of them.
 * @throws EvidenceError `evidence-synthesis-invalid` listing every problem
 */
export function requireEffects(
  effects: readonly StudyEffect[],
  { attempted, atLeast = 1 }: { readonly attempted: string; readonly atLeast?: number },
): void {
  const problems: Problem[] = [];
  if (effects.length < atLeast)
    problems.push({ path: "effects", found: `${effects.length} of them`, required: `at least ${atLeast}` });
  effects.forEach(({ effect, variance }, index) => {
    if (!Number.isFinite(effect))
      problems.push({ path: `effects[${index}].effect`, found: `${effect}`, required: "a finite number" });
    if (!(Number.isFinite(variance) && variance > 0))
      problems.push({ path: `effects[${index}].variance`, found: `${variance}`, required: "a finite number above 0" });
  });
  if (problems.length > 0) throw new EvidenceError("evidence-synthesis-invalid", attempted, problems);
}
