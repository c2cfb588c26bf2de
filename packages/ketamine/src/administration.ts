import { KetamineError } from "./ketamine-error.ts";

/** One session as given, in mg of free base; `freeBase` converts amounts of hydrochloride. */
export interface Administration {
  /** `ketamine` is the racemate, half of it esketamine; `esketamine` is a drug of its own. */
  readonly drug: "ketamine" | "esketamine";
  /** Intravenous, nasal, into muscle, under the skin, by mouth. */
  readonly route: "iv" | "intranasal" | "im" | "sc" | "po";
  /** Start of the session [h]. */
  readonly time_h: number;
  /** Free base of the whole session [mg]. */
  readonly amount_mg: number;
  /** Intravenous: above 0, because the venous lag of the model was learned from infusions. Other routes: 0 [h]. */
  readonly duration_h: number;
  /** Nasal devices one after the other, `gap_h` from one to the next; without it the amount is one device. */
  readonly device?: { readonly strength_mg: number; readonly count: number; readonly gap_h: number };
}

/** Relative difference between strength x count and the session's amount that rounding can explain. */
const rounding = 1e-9;

/**
 * Refuses what cannot be given.
 *
 * @throws KetamineError `ketamine-administration-invalid` with the value found and the value needed
 */
export function checkAdministration(administration: Administration): void {
  const { route, time_h, amount_mg, duration_h, device } = administration;
  requireNumber("time_h", time_h, "a finite number", Number.isFinite(time_h));
  requireNumber("amount_mg", amount_mg, "a number above 0", isPositive(amount_mg));
  if (route === "iv") {
    requireNumber("duration_h", duration_h, "an infusion over more than 0 h", isPositive(duration_h));
  } else {
    requireNumber("duration_h", duration_h, `0 h for the route ${route}`, duration_h === 0);
  }
  if (device === undefined) return;
  const { strength_mg, count, gap_h } = device;
  const total = strength_mg * count;
  requireNumber("device.count", count, `none for the route ${route}`, route === "intranasal");
  requireNumber("device.strength_mg", strength_mg, "a number above 0", isPositive(strength_mg));
  requireNumber("device.count", count, "a whole number above 0", isPositive(count) && Number.isInteger(count));
  requireNumber("device.gap_h", gap_h, "a number of at least 0", gap_h === 0 || isPositive(gap_h));
  requireNumber(
    "amount_mg",
    amount_mg,
    `${total} mg, strength times count`,
    Math.abs(total - amount_mg) <= rounding * total,
  );
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

function requireNumber(path: string, value: number, required: string, fits: boolean): void {
  if (fits) return;
  throw new KetamineError("ketamine-administration-invalid", path, `Cannot give ${value}: ${required} needed`);
}
