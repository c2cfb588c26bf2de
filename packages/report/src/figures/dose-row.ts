import type { PlannedRegimen, RunPlan } from "@kinetamine/design";
import { type Column, numberColumn, textColumn } from "../table/column.ts";
import { doseText } from "../text/dose-text.ts";

/** One planned dose. */
export type DoseRow = {
  readonly regimen: string;
  readonly regimen_label: string;
  readonly session: number;
  readonly day: number;
  readonly clock: string;
  readonly drug: string;
  readonly route: string;
  readonly dose: string;
  readonly amount_mg_70kg: number;
  readonly duration_min: number;
  readonly devices: number;
  readonly gap_min: number;
  readonly last_day: number;
};

/** Columns of `DoseRow`. */
export const doseColumns: readonly Column[] = [
  textColumn("regimen", "Regimen"),
  textColumn("regimen_label", "Regimen in words"),
  numberColumn("session", "Session"),
  numberColumn("day", "Study day"),
  textColumn("clock", "Time of day"),
  textColumn("drug", "Drug"),
  textColumn("route", "Route"),
  textColumn("dose", "Dose"),
  numberColumn("amount_mg_70kg", "Base for 70 kg (mg)"),
  numberColumn("duration_min", "Infusion (min)"),
  numberColumn("devices", "Devices"),
  numberColumn("gap_min", "Between devices (min)"),
  numberColumn("last_day", "Last day observed"),
];

/** The doses of a regimen as rows. */
export function doseRows(plan: RunPlan, regimen: PlannedRegimen): DoseRow[] {
  const last_day = Math.ceil(1 + (plan.times.at(-1) ?? 0) / 24);
  return regimen.doses.map((dose) => ({
    regimen: regimen.id,
    regimen_label: regimen.label,
    session: dose.number,
    day: dose.day,
    clock: dose.clock,
    drug: dose.drug,
    route: dose.route,
    dose: doseText(dose),
    amount_mg_70kg: dose.amount_mg_70kg,
    duration_min: 60 * dose.duration_h,
    devices: dose.device?.count ?? 0,
    gap_min: 60 * (dose.device?.gap_h ?? 0),
    last_day,
  }));
}

/** Drug, route and dose in words. */
export function givenText(row: Pick<DoseRow, "drug" | "route" | "dose">): string {
  return `${row.drug} ${row.route === "iv" ? "IV" : row.route}, ${row.dose}`;
}
