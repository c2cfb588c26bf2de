/** From dose entries with schedules to one planned dose for each session. */
import { freeBase } from "@kinetamine/ketamine";
import type { PlanProblem } from "../limits/hard-limits.ts";
import { judgeDose } from "../limits/judge-dose.ts";
import type { PlannedDose } from "../run-types.ts";
import type { DoseEntry } from "../scenario/dose-schema.ts";
import type { Quantity } from "../scenario/quantity.ts";
import { inSeconds } from "../scenario/quantity.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import { doseDays } from "./dose-days.ts";

type RegimenEntry = Scenario["regimens"][number];

/** Weight for which amounts are printed, the reference of the pharmacokinetic model [kg]. */
export const referenceWeight = 70;

/** All sessions start at the same time of day; time 0 of a run is this time on study day 1. */
const clock = "09:00";

/** A planned dose with the entry it came from. */
export interface ExpandedDose {
  readonly dose: PlannedDose;
  /** Position in `regimens[].doses`. */
  readonly entry: number;
}

/** Total of one session as written: the dose of an infusion, or all devices together. */
function sessionDose(entry: DoseEntry): Quantity & { readonly unit: "mg/kg" | "mg" } {
  if (entry.route === "iv") return { value: entry.dose.value, unit: entry.dose.unit === "mg" ? "mg" : "mg/kg" };
  return { value: entry.device.strength.value * entry.device.count, unit: "mg" };
}

/**
 * Writes out every dose of a regimen in order of time.
 * @param regimen as read
 * @param context disorder for the studied range, end of observation [s], place in the scenario
 * @returns doses numbered from 1, and problems: a day with two doses, a dose after the end
 */
export function expandRegimen(
  regimen: RegimenEntry,
  context: { readonly indication: string; readonly until_s: number; readonly index: number },
): { readonly doses: readonly ExpandedDose[]; readonly problems: readonly PlanProblem[] } {
  const sessions = regimen.doses
    .flatMap((entry, index) => doseDays(entry.schedule).map((day) => ({ entry, index, day })))
    .sort((a, b) => a.day - b.day || a.index - b.index);
  const problems = sessions.flatMap(({ index, day }, position): PlanProblem[] => {
    const path = ["regimens", context.index, "doses", index, "schedule"];
    if (sessions[position - 1]?.day === day) {
      return [{ code: "inconsistent", path, message: `puts a second dose on study day ${day}` }];
    }
    if ((day - 1) * 86_400 >= context.until_s) {
      const message = `puts a dose on study day ${day}, after observe.until = ${context.until_s / 86_400} d`;
      return [{ code: "inconsistent", path, message }];
    }
    return [];
  });
  const doses = sessions.map(({ entry, index, day }, position) => ({
    dose: plannedDose(entry, { number: position + 1, day, indication: context.indication }),
    entry: index,
  }));
  return { doses, problems };
}

function plannedDose(
  entry: DoseEntry,
  session: { readonly number: number; readonly day: number; readonly indication: string },
): PlannedDose {
  const written = sessionDose(entry);
  const base = { ...written, value: freeBase(written.value, entry.expressed_as) };
  const duration_s = entry.route === "iv" ? inSeconds(entry.infusion) : 0;
  const perKilogram = base.unit === "mg/kg" ? base.value : base.value / referenceWeight;
  const judgement = judgeDose(
    {
      drug: entry.drug,
      route: entry.route,
      amount: entry.route === "iv" ? perKilogram : base.value,
      ...(entry.route === "iv" ? { infusion_min: duration_s / 60 } : {}),
    },
    session.indication,
  );
  return {
    number: session.number,
    day: session.day,
    clock,
    time_h: 24 * (session.day - 1),
    drug: entry.drug,
    expressedAs: entry.expressed_as,
    route: entry.route,
    dose: written,
    amount_mg_70kg: base.unit === "mg/kg" ? base.value * referenceWeight : base.value,
    duration_h: duration_s / 3600,
    ...(entry.route === "intranasal" ? { device: plannedDevice(entry) } : {}),
    range: judgement.range,
    isBeyondStudied: judgement.isBeyond,
    rangeReason: judgement.reason,
    rangeSources: judgement.sources,
  };
}

function plannedDevice(entry: DoseEntry & { readonly route: "intranasal" }): NonNullable<PlannedDose["device"]> {
  const { strength, count, gap } = entry.device;
  return { strength_mg: strength.value, count, gap_h: inSeconds(gap) / 3600 };
}
