/**
 * Unit algebra.
 *
 * A unit is a product of powers of independent base quantities and of a few primes, so multiplying units adds exponent
 * vectors and comparing them is exact: 1/min and 1/h share their dimension and differ by 2² · 3 · 5. Drug mass (mg) and
 * body weight (kg) are different dimensions on purpose: mg/kg must never cancel to a number.
 */

/** Base quantities, each measured in the base unit in brackets. */
export const dimensions = [
  "drug mass", // [mg]
  "amount of substance", // [umol]
  "length", // [dm], so that a litre has scale 1
  "body weight", // [kg]
  "pressure", // [mm[Hg]]
  "time", // [h], last because it is written last: mL/min, L/kg/h
] as const;

/** Enough to write every supported scale exactly; 487 comes from the Julian year, 8766 h = 2 · 3² · 487 h. */
const scalePrimes = [2, 3, 5, 7, 487] as const;

const exponentCount = dimensions.length + scalePrimes.length;

/** Exponents of the base quantities followed by those of the scale's primes; whole numbers, or halves after a square root. */
export interface Unit {
  readonly exponents: readonly number[];
}

export const dimensionless: Unit = { exponents: new Array<number>(exponentCount).fill(0) };

/** The base unit of one dimension, with scale 1. */
export function baseUnit(dimension: (typeof dimensions)[number]): Unit {
  return { exponents: dimensionless.exponents.map((_, i) => (dimensions[i] === dimension ? 1 : 0)) };
}

/**
 * A dimensionless unit worth `value`, e.g. 60.
 *
 * @returns undefined unless `value` is a product of 2, 3, 5, 7 and 487
 */
export function scaleUnit(value: bigint): Unit | undefined {
  const exponents = [...dimensionless.exponents];
  if (value <= 0n) return undefined;
  let rest = value;
  scalePrimes.forEach((prime, i) => {
    for (const p = BigInt(prime); rest % p === 0n; rest /= p) exponents[dimensions.length + i]! += 1;
  });
  return rest === 1n ? { exponents } : undefined;
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return { exponents: a.exponents.map((e, i) => e + b.exponents[i]!) };
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return { exponents: a.exponents.map((e, i) => e - b.exponents[i]!) };
}

/** @param exponent a whole number, or 0.5 for the square root */
export function powerUnit(unit: Unit, exponent: number): Unit {
  // `+ 0` turns the -0 of 0 · -1 into 0, so that equal units are also equal to a deep comparison.
  return { exponents: unit.exponents.map((e) => e * exponent + 0) };
}

/** True when both dimension and scale agree. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a.exponents.every((e, i) => e === b.exponents[i]);
}

/** True when the dimension agrees; the scale may differ. */
export function sameDimension(a: Unit, b: Unit): boolean {
  return dimensions.every((_, i) => a.exponents[i] === b.exponents[i]);
}

/** The largest exponent in size, so that callers can refuse runaway powers. */
export function largestExponent(unit: Unit): number {
  return Math.max(...unit.exponents.map(Math.abs));
}

/** Scale of a unit as an exact fraction; `isExact` is false when a square root left half exponents, and both parts then hold rounded decimals. */
export interface ScaleFraction {
  readonly numerator: string;
  readonly denominator: string;
  readonly isExact: boolean;
}

/** The unit's scale against the base units, e.g. 1/60 for `min`. */
export function unitScale(unit: Unit): ScaleFraction {
  const exponents = unit.exponents.slice(dimensions.length);
  if (exponents.every(Number.isInteger)) {
    const part = (sign: 1 | -1) =>
      scalePrimes.reduce(
        (product, prime, i) => product * BigInt(prime) ** BigInt(Math.max(0, sign * exponents[i]!)),
        1n,
      );
    return { numerator: `${part(1)}`, denominator: `${part(-1)}`, isExact: true };
  }
  const value = scalePrimes.reduce((product, prime, i) => product * prime ** exponents[i]!, 1);
  return { numerator: value.toPrecision(6), denominator: "1", isExact: false };
}

/** How many `to` make one `from`, in words: `60`, `1/60`; meaningful only when the dimensions agree. */
export function describeFactor(from: Unit, to: Unit): string {
  const { numerator, denominator } = unitScale(divideUnits(from, to));
  return denominator === "1" ? numerator : `${numerator}/${denominator}`;
}
