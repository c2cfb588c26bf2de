import { unitAtoms } from "./unit-atoms.ts";
import {
  dimensionless,
  dimensions,
  divideUnits,
  multiplyUnits,
  powerUnit,
  sameUnit,
  type Unit,
  unitScale,
} from "./units.ts";

/** Symbols tried for each dimension, the first being preferred. A volume is tried before a length. */
const candidates: Readonly<Record<(typeof dimensions)[number], readonly string[]>> = {
  "drug mass": ["mg", "ug", "ng", "g", "pg"],
  "amount of substance": ["umol", "nmol", "mmol", "mol"],
  length: ["m", "cm"],
  "body weight": ["kg"],
  pressure: ["mm[Hg]"],
  time: ["h", "min", "d", "s", "wk", "a"],
};
const volumes = ["L", "mL", "dL", "uL"];

interface Factor {
  readonly symbol: string;
  readonly exponent: number;
}

/**
 * Writes a unit in symbols, e.g. `mg/L/h`.
 *
 * Prefers symbols that need no numerical factor; otherwise uses mg, umol, h and L and writes the factor: `mg/h/60`.
 * `parseUnit` reads the result back to an equal unit unless a square root left half exponents.
 */
export function formatUnit(unit: Unit): string {
  const parts = dimensions.flatMap((dimension, i) => {
    const exponent = unit.exponents[i]!;
    if (exponent === 0) return [];
    const isVolume = dimension === "length" && exponent % 3 === 0;
    const symbols = isVolume ? volumes : candidates[dimension];
    return [symbols.map((symbol): Factor => ({ symbol, exponent: isVolume ? exponent / 3 : exponent }))];
  });
  if (parts.length === 0 && sameUnit(unit, unitAtoms.get("%")!)) return "%";
  const choices = combinations(parts);
  const exact = choices.find((factors) => sameUnit(product(factors), unit));
  const factors = exact ?? choices[0]!;
  return write(factors, divideUnits(unit, product(factors)));
}

function combinations(parts: readonly (readonly Factor[])[]): readonly (readonly Factor[])[] {
  return parts.reduce<readonly (readonly Factor[])[]>(
    (found, symbols) => found.flatMap((factors) => symbols.map((symbol) => [...factors, symbol])),
    [[]],
  );
}

function product(factors: readonly Factor[]): Unit {
  return factors.reduce(
    (unit, { symbol, exponent }) => multiplyUnits(unit, powerUnit(unitAtoms.get(symbol)!, exponent)),
    dimensionless,
  );
}

function write(factors: readonly Factor[], remainder: Unit): string {
  const { numerator, denominator, isExact } = unitScale(remainder);
  const above = factors.filter(({ exponent }) => exponent > 0).map((factor) => power(factor, 1));
  const below = factors.filter(({ exponent }) => exponent < 0).map((factor) => power(factor, -1));
  if (numerator !== "1") above.unshift(isExact ? numerator : `${numerator}×`);
  if (denominator !== "1") below.push(denominator);
  return [above.join(".") || "1", ...below].join("/");
}

function power({ symbol, exponent }: Factor, sign: 1 | -1): string {
  const size = sign * exponent;
  if (size === 1) return symbol;
  return Number.isInteger(size) ? `${symbol}${size}` : `${symbol}^${size}`;
}
