import { baseUnit, dimensionless, divideUnits, multiplyUnits, powerUnit, scaleUnit, type Unit } from "./units.ts";

/** `count` times `unit`; the counts below factor into the supported primes. */
const times = (count: bigint, unit: Unit): Unit => multiplyUnits(scaleUnit(count)!, unit);
/** `unit` divided by `count`. */
const part = (count: bigint, unit: Unit): Unit => divideUnits(unit, scaleUnit(count)!);

const milligram = baseUnit("drug mass");
const micromole = baseUnit("amount of substance");
const hour = baseUnit("time");
const decimetre = baseUnit("length");
const litre = powerUnit(decimetre, 3);

/** Every unit symbol the language knows, spelled as in UCUM; `kg` is body weight, a dimension of its own. */
export const unitAtoms: ReadonlyMap<string, Unit> = new Map([
  ["mg", milligram],
  ["g", times(1000n, milligram)],
  ["ug", part(1000n, milligram)],
  ["ng", part(1_000_000n, milligram)],
  ["pg", part(1_000_000_000n, milligram)],
  ["umol", micromole],
  ["mol", times(1_000_000n, micromole)],
  ["mmol", times(1000n, micromole)],
  ["nmol", part(1000n, micromole)],
  ["h", hour],
  ["min", part(60n, hour)],
  ["s", part(3600n, hour)],
  ["d", times(24n, hour)],
  ["wk", times(168n, hour)],
  ["a", times(8766n, hour)], // Julian year, 365.25 d
  ["L", litre],
  ["dL", part(10n, litre)],
  ["mL", part(1000n, litre)],
  ["uL", part(1_000_000n, litre)],
  ["m", times(10n, decimetre)],
  ["cm", part(10n, decimetre)],
  ["kg", baseUnit("body weight")],
  ["mm[Hg]", baseUnit("pressure")],
  ["%", part(100n, dimensionless)],
]);

/** Spellings seen in papers and data sets, and what UCUM calls them. */
export const unitSynonyms: ReadonlyMap<string, string> = new Map([
  ["hr", "h"],
  ["hrs", "h"],
  ["hour", "h"],
  ["hours", "h"],
  ["mins", "min"],
  ["minute", "min"],
  ["minutes", "min"],
  ["sec", "s"],
  ["day", "d"],
  ["days", "d"],
  ["week", "wk"],
  ["weeks", "wk"],
  ["yr", "a"],
  ["year", "a"],
  ["years", "a"],
  ["mcg", "ug"],
  ["µg", "ug"],
  ["μg", "ug"],
  ["µmol", "umol"],
  ["μmol", "umol"],
  ["M", "mol/L"],
  ["mM", "mmol/L"],
  ["uM", "umol/L"],
  ["nM", "nmol/L"],
  ["mmHg", "mm[Hg]"],
  ["percent", "%"],
  ["bpm", "{beats}/min"],
]);
