import { type Administration, freeBase } from "@kinetamine/ketamine";
import type { PlannedDose } from "../run-types.ts";

/**
 * What a subject of a given weight receives, as free base. The explanation of a plan and its simulation both come from
 * here, so they cannot disagree.
 * @param dose as planned
 * @param weight_kg actual body weight [kg]; only doses in mg/kg depend on it
 */
export function administrationOf(dose: PlannedDose, weight_kg: number): Administration {
  const { drug, route, time_h, duration_h, expressedAs, device } = dose;
  const perWeight = dose.dose.unit === "mg/kg" ? weight_kg : 1;
  const amount_mg = freeBase(dose.dose.value, expressedAs) * perWeight;
  if (device === undefined) return { drug, route, time_h, amount_mg, duration_h };
  const strength_mg = freeBase(device.strength_mg, expressedAs);
  return { drug, route, time_h, amount_mg, duration_h, device: { ...device, strength_mg } };
}
