import type { PlannedDose, PlannedRegimen, RunResult, SubjectRow } from "@kinetamine/design";
import type { Administration } from "@kinetamine/ketamine";

/** One dose as one virtual patient gets it. */
export interface SubjectDose {
  readonly regimen: PlannedRegimen;
  readonly subject: SubjectRow;
  readonly dose: PlannedDose;
  readonly administration: Administration;
}

/** Weight for which a plan states its amounts [kg]. */
const referenceWeight_kg = 70;

/**
 * A planned dose in somebody of a given weight, as free base.
 * @param weight_kg actual body weight; only doses in mg/kg depend on it [kg]
 */
export function administrationOf(planned: PlannedDose, weight_kg: number): Administration {
  const { amount_mg_70kg, device, drug, duration_h, route, time_h } = planned;
  const amount_mg = amount_mg_70kg * (planned.dose.unit === "mg/kg" ? weight_kg / referenceWeight_kg : 1);
  const administration = { drug, route, time_h, amount_mg, duration_h };
  return device ? { ...administration, device: { ...device, strength_mg: amount_mg / device.count } } : administration;
}

/** Every dose of one regimen as one virtual patient gets it, in order of time. */
export function dosesOf(subject: SubjectRow, regimen: PlannedRegimen): readonly SubjectDose[] {
  const weight_kg = subject.covariates.WT_kg ?? Number.NaN;
  return regimen.doses.map((dose) => ({ regimen, subject, dose, administration: administrationOf(dose, weight_kg) }));
}

/** Every dose of every regimen in every virtual patient: by regimen, patient, dose. */
export function subjectDoses({ plan, subjects }: Pick<RunResult, "plan" | "subjects">): readonly SubjectDose[] {
  return plan.regimens.flatMap((regimen) => subjects.flatMap((subject) => dosesOf(subject, regimen)));
}
