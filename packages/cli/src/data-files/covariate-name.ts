/**
 * Takes a covariate's name apart: `WT_kg` is WT in kg, `BASE_points` BASE in {points}, `CONMED_ssri` a pure number.
 * @returns the name without its unit, and the unit as UCUM
 */
export function covariateName(name: string): { readonly name: string; readonly unit: string } {
  const [suffix, unit = "1"] = /_(kg|a|points)$/.exec(name) ?? [""];
  return { name: name.slice(0, name.length - suffix.length), unit: unit === "points" ? "{points}" : unit };
}
