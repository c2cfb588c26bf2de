import { dosingParameters, modelParameters, typicalValues } from "./parameters.ts";

/**
 * Free base in an amount of base or hydrochloride.
 *
 * A device of 28 mg esketamine holds 32.3 mg of the hydrochloride, as its label says: a factor of 1.153 that is easily
 * lost. Both enantiomers and the racemate have the same masses.
 *
 * @param amount [mg, mg/kg or any other unit of mass]
 * @returns in the unit of `amount`
 */
export function freeBase(amount: number, expressedAs: "base" | "hydrochloride"): number {
  if (expressedAs === "base") return amount;
  const { MM_ketamine, MM_ketamine_hydrochloride } = typicalValues([...modelParameters, ...dosingParameters]);
  return (amount * MM_ketamine!) / MM_ketamine_hydrochloride!;
}
