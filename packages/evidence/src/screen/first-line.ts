import { type Check, verify } from "../checks/check.ts";
import { number, oneOf } from "../checks/scalars.ts";
import { list, record } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import {
  type Indication,
  indications,
  type MedicineClass,
  medicineClasses,
  type PsychologicalTreatment,
  psychologicalTreatments,
} from "./case-vocabulary.ts";

/** What a guideline puts first for one disorder. */
export interface FirstLine {
  readonly disorder: Indication;
  /** Guidance rule that says so. */
  readonly rule: number;
  readonly medicines: readonly MedicineClass[];
  readonly psychological: readonly PsychologicalTreatment[];
}

const check: Check<FirstLine> = record<FirstLine>(
  {
    disorder: oneOf(indications),
    rule: number({ min: 1, whole: true }),
    medicines: list(oneOf(medicineClasses), { min: 1 }),
    psychological: list(oneOf(psychologicalTreatments), { min: 1 }),
  },
  {},
);

/** First-line treatments of every disorder for which a rule names them. @throws EvidenceError `evidence-data-invalid` */
function loadFirstLine(): readonly FirstLine[] {
  const attempted = "read the first-line treatments data/first-line.json";
  return verify(list(check), embedded["first-line"], { code: "evidence-data-invalid", attempted });
}

/** First-line treatments of one disorder, or undefined where no rule names them. */
export function firstLineOf(disorder: Indication | "unknown"): FirstLine | undefined {
  return loadFirstLine().find((each) => each.disorder === disorder);
}
