import type { PlannedDose } from "@kinetamine/design";
import { formatExact } from "./format-number.ts";

/**
 * Says one dose in words, with salt form where it is not the base.
 *
 * @returns e.g. `0.5 mg/kg over 40 min` or `56 mg from 2 devices, 5 min apart`
 */
export function doseText(dose: Pick<PlannedDose, "dose" | "duration_h" | "device" | "expressedAs">): string {
  const salt = dose.expressedAs === "base" ? "" : ` as ${dose.expressedAs}`;
  const amount = `${formatExact(dose.dose.value)} ${dose.dose.unit}${salt}`;
  if (dose.device !== undefined) {
    const { count, gap_h } = dose.device;
    return count === 1 ? `${amount} from 1 device` : `${amount} from ${count} devices, ${minutes(gap_h)} min apart`;
  }
  return dose.duration_h > 0 ? `${amount} over ${minutes(dose.duration_h)} min` : `${amount} at once`;
}

/** Hours as minutes for reading [min]. */
function minutes(hours: number): string {
  return formatExact(60 * hours);
}
