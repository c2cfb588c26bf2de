import type { Quantity } from "../scenario/quantity.ts";

/** Molar masses of the free base and of its hydrochloride [g/mol], from the formulas C13H16ClNO and C13H16ClNO HCl. */
const baseMolarMass = 237.73;
const hydrochlorideMolarMass = 274.19;

/**
 * Converts a dose to free base, in which the model counts. A 28 mg device of esketamine holds 32.3 mg of the hydrochloride.
 * @param dose as written [mg/kg or mg]
 * @param expressedAs what the milligrams are milligrams of
 * @returns the dose as free base, in the same unit
 */
export function asBase<T extends Quantity>(dose: T, expressedAs: "base" | "hydrochloride"): T {
  if (expressedAs === "base") return dose;
  return { ...dose, value: (dose.value * baseMolarMass) / hydrochlorideMolarMass };
}
