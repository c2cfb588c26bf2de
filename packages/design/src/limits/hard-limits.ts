/** Borders of what this program simulates at all, whatever is asked for. */
import type { InputProblemCode } from "../scenario/input-problem.ts";
import type { DocumentPath } from "../scenario/yaml-document.ts";
import { studiedRange } from "./studied-range.ts";

/** A problem found while planning, before it is given its line and column. */
export interface PlanProblem {
  readonly code: InputProblemCode;
  readonly path: DocumentPath;
  readonly message: string;
}

/** A dose entry as free base, with the place it was written. */
export interface DoseToLimit {
  readonly route: "iv" | "intranasal";
  /** Free base per session. */
  readonly base: { readonly value: number; readonly unit: "mg/kg" | "mg" };
  readonly path: DocumentPath;
}

const limits = studiedRange.hardLimits;

/**
 * Refuses an intravenous dose above 2 mg/kg and a nasal session above 112 mg.
 * @param dose free base; a fixed intravenous dose is judged in the lightest virtual patient
 * @param lightest_kg smallest weight the population allows [kg]
 */
export function limitDose(dose: DoseToLimit, lightest_kg: number): readonly PlanProblem[] {
  const refuse = (message: string): readonly PlanProblem[] => [{ code: "hard-limit", path: dose.path, message }];
  const { value, unit } = dose.base;
  if (dose.route === "intranasal") {
    const most = limits.intranasal_mg_per_session;
    if (value <= most * rounding) return [];
    return refuse(`must be at most ${most} mg a session, the most this program simulates, found ${shown(value)} mg`);
  }
  const most = limits.iv_mg_per_kg;
  if (unit === "mg/kg") {
    if (value <= most * rounding) return [];
    const found = `found ${shown(value)} mg/kg${slipHint(value)}`;
    return refuse(`must be at most ${most} mg/kg, the most this program simulates, ${found}`);
  }
  const perWeight = value / lightest_kg;
  if (perWeight <= most * rounding) return [];
  const found = `found ${shown(value)} mg, which is ${shown(perWeight)} mg/kg at ${shown(lightest_kg)} kg, the lightest virtual patient`;
  return refuse(`must be at most ${most} mg/kg, the most this program simulates, ${found}`);
}

/**
 * Refuses populations that may contain minors.
 * @param youngest_a smallest age the population allows [a]
 */
export function limitAge(youngest_a: number, path: DocumentPath): readonly PlanProblem[] {
  if (youngest_a >= limits.youngest_a) return [];
  const message = `must be at least ${limits.youngest_a} a for every virtual patient, found ${shown(youngest_a)} a`;
  return [{ code: "hard-limit", path, message }];
}

/** A salt conversion must not push a dose that was written at the limit over it. */
const rounding = 1 + 1e-9;

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function slipHint(value: number): string {
  const usual = studiedRange.usual.iv_mg_per_kg;
  if (value >= 8 * usual && value <= 12 * usual)
    return `, ten times the usual ${usual} mg/kg; was ${value / 10} mg/kg meant?`;
  return value >= 15 ? `; was ${shown(value)} mg meant?` : "";
}
