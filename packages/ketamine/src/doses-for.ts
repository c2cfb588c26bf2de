import type { Administration, NasalAdministration } from "./administration.ts";
import { KetamineError } from "./ketamine-error.ts";
import { dosingParameters, modelParameters, typicalValues } from "./parameters.ts";

/** One dose into one compartment of the model, as the engine takes it; amounts in umol, of `PLX` in units of 1. */
export interface CompartmentDose {
  /** [h] */
  readonly time: number;
  readonly compartment: string;
  readonly amount: number;
  /** 0 for a bolus [h]. */
  readonly duration: number;
}

/** Values by parameter name; those not given are typical. */
export interface DosesForOptions {
  readonly parameters?: Readonly<Record<string, number>>;
}

const typical = typicalValues([...modelParameters, ...dosingParameters]);

/**
 * Translates one session into doses: to umol of free base of each enantiomer, devices apart, and the unit dose of
 * expectancy at the moment the session is judged (end of an infusion, else `expectancy_delay` after the start).
 *
 * Fractions that vary between subjects stay in the model text as f(compartment). Of a second or later nasal device the
 * share fd meets the mucosa as the first did and the rest is swallowed whole, so its nasal fraction is fd FRn.
 *
 * @param options.parameters values to use instead of the typical `MM_ketamine`, `MM_ketamine_hydrochloride`, `fd`,
 *   `D_swallowed`, `D_oral` and `expectancy_delay`; other names are ignored
 * @returns in order of time
 * @throws KetamineError `ketamine-administration-invalid` for amounts, times or counts that cannot be given
 */
export function dosesFor(administration: Administration, options: DosesForOptions = {}): readonly CompartmentDose[] {
  checkAdministration(administration);
  const values = { ...typical, ...options.parameters };
  const drugDoses = enantiomersOf(administration.drug).flatMap(({ suffix, share }) =>
    portionsOf(administration, values).map(({ compartment, ...portion }) => ({
      ...portion,
      compartment: `${compartment}_${suffix}`,
      amount: share * portion.amount,
    })),
  );
  const judged = administration.route === "iv" ? administration.duration_h : values.expectancy_delay!;
  const expectancy = { time: administration.time_h + judged, compartment: "PLX", amount: 1, duration: 0 };
  return [...drugDoses, expectancy].sort((a, b) => a.time - b.time);
}

/**
 * Free base in an amount of hydrochloride or base.
 *
 * 28 mg of esketamine are 32.3 mg of its hydrochloride, as on the label: a factor of 1.153.
 *
 * @param amount_mg [mg of what `expressedAs` names]
 * @returns [mg]
 */
export function freeBase(amount_mg: number, expressedAs: "base" | "hydrochloride"): number {
  return amount_mg * baseShare(expressedAs, typical);
}

function baseShare(expressedAs: "base" | "hydrochloride", values: Readonly<Record<string, number>>): number {
  return expressedAs === "base" ? 1 : values.MM_ketamine! / values.MM_ketamine_hydrochloride!;
}

function enantiomersOf(drug: Administration["drug"]): readonly { readonly suffix: string; readonly share: number }[] {
  if (drug === "esketamine") return [{ suffix: "S", share: 1 }];
  return [
    { suffix: "S", share: 0.5 },
    { suffix: "R", share: 0.5 },
  ];
}

/** Where the drug enters, enantiomers together [umol]. */
function portionsOf(
  administration: Administration,
  values: Readonly<Record<string, number>>,
): readonly CompartmentDose[] {
  const { route, time_h: time, expressedAs } = administration;
  const toMicromoles = (1000 * baseShare(expressedAs, values)) / values.MM_ketamine!;
  if (route === "intranasal") return nasalPortions(administration, values, toMicromoles);
  const amount = administration.amount_mg * toMicromoles;
  switch (route) {
    case "iv":
      return [{ time, compartment: "A1", amount, duration: administration.duration_h }];
    case "im":
      return [{ time, compartment: "muscle", amount, duration: 0 }];
    case "sc":
      return [{ time, compartment: "subcutis", amount, duration: 0 }];
    case "po":
      return [{ time, compartment: "gut", amount, duration: values.D_oral! }];
  }
}

function nasalPortions(
  { device, time_h }: NasalAdministration,
  values: Readonly<Record<string, number>>,
  toMicromoles: number,
): readonly CompartmentDose[] {
  const swallowing = values.D_swallowed!;
  return Array.from({ length: device.count }, (_, index) => {
    const time = time_h + index * device.gap_h;
    const sprayed = device.strength_mg * toMicromoles;
    const held = index === 0 ? sprayed : values.fd! * sprayed;
    return [
      { time, compartment: "nasal_fast", amount: held, duration: 0 },
      { time, compartment: "nasal_slow", amount: held, duration: 0 },
      { time, compartment: "swallowed", amount: held, duration: swallowing },
      { time, compartment: "gut", amount: sprayed - held, duration: swallowing },
    ].filter(({ amount }) => amount > 0);
  }).flat();
}

function checkAdministration(administration: Administration): void {
  requireNumber("time_h", administration.time_h, "a number", Number.isFinite);
  if (administration.route !== "intranasal") {
    requireNumber("amount_mg", administration.amount_mg, "a number above 0", isPositive);
    if (administration.route === "iv") {
      requireNumber("duration_h", administration.duration_h, "an infusion over a time above 0 h", isPositive);
    }
    return;
  }
  const { strength_mg, count, gap_h } = administration.device;
  requireNumber("device.strength_mg", strength_mg, "a number above 0", isPositive);
  requireNumber("device.count", count, "a whole number above 0", (n) => isPositive(n) && Number.isInteger(n));
  requireNumber("device.gap_h", gap_h, "a number of at least 0", (n) => n === 0 || isPositive(n));
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

function requireNumber(path: string, value: number, required: string, fits: (value: number) => boolean): void {
  if (fits(value)) return;
  throw new KetamineError("ketamine-administration-invalid", path, `Cannot give ${value}: ${required} needed`);
}
