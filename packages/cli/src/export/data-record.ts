import type { PlannedRegimen, SubjectRow } from "@kinetamine/design";
import { dosesOf, type SubjectDose } from "../data-files/subject-doses.ts";
import type { Courses, StoredRun } from "./stored-run.ts";

interface Common {
  /** Unique over regimens, from 1. */
  readonly id: number;
  readonly regimen: PlannedRegimen & { readonly number: number };
  readonly subject: SubjectRow;
  readonly time_h: number;
  readonly compartment: number;
}

/** One administration: an infusion, or one nasal device. */
export interface DoseRecord extends Common {
  readonly kind: "dose";
  readonly dose: SubjectDose["dose"];
  readonly amount_mg: number;
  readonly rate_mg_per_h: number;
}

/** One simulated value. */
export interface ValueRecord extends Common {
  readonly kind: "value";
  readonly value: number;
}

const compartments = { plasma: 1, nose: 2 } as const;

/**
 * Doses and values of every course in order of time; a value at the start of a dose comes before it, as a predose sample.
 * @param courses the model output that is observed
 */
export function* dataRecords(run: StoredRun, courses: Courses): Generator<DoseRecord | ValueRecord> {
  let id = 0;
  for (const [index, regimen] of run.plan.regimens.entries()) {
    for (const subject of run.subjects) {
      id += 1;
      const common = { id, regimen: { ...regimen, number: index + 1 }, subject };
      const given = dosesOf(subject, regimen).flatMap((dose) => doseRecords(dose, common));
      const values = courses(regimen.id, subject.subject);
      const observed = run.plan.times.map((time_h, time): ValueRecord => {
        return {
          ...common,
          kind: "value",
          time_h,
          compartment: compartments.plasma,
          value: values[time] ?? Number.NaN,
        };
      });
      yield* [...observed, ...given].sort((a, b) => a.time_h - b.time_h); // stable: values stay before doses
    }
  }
}

function doseRecords(
  { dose, administration }: SubjectDose,
  common: Pick<Common, "id" | "regimen" | "subject">,
): readonly DoseRecord[] {
  const { amount_mg, device, duration_h, time_h } = administration;
  if (!device) {
    const rate_mg_per_h = duration_h > 0 ? amount_mg / duration_h : 0;
    return [{ ...common, kind: "dose", dose, time_h, compartment: compartments.plasma, amount_mg, rate_mg_per_h }];
  }
  return Array.from({ length: device.count }, (_, index) => ({
    ...common,
    kind: "dose" as const,
    dose,
    time_h: time_h + index * device.gap_h,
    compartment: compartments.nose,
    amount_mg: device.strength_mg,
    rate_mg_per_h: 0,
  }));
}
