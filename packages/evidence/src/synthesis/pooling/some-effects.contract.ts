import fc from "fast-check";
import type { StudyEffect } from "../effect-sizes/study-effect.ts";

/** Random sets of studies for laws: effects in hundredths from -3 to 3, standard errors from 0.05 to 1.5. */
export function someEffects({ least = 2, most = 12 }: { readonly least?: number; readonly most?: number } = {}) {
  const study = fc.record({
    effect: fc.integer({ min: -300, max: 300 }).map((value) => value / 100),
    variance: fc.integer({ min: 5, max: 150 }).map((value) => (value / 100) ** 2),
  });
  return fc
    .array(study, { minLength: least, maxLength: most })
    .map((studies): readonly StudyEffect[] => studies.map((each, index) => ({ label: `study ${index + 1}`, ...each })));
}
