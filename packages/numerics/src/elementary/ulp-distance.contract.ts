/** A non-negative fraction of whole numbers. */
interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function ratioOfDouble(x: number): Ratio {
  if (!Number.isFinite(x)) throw new RangeError(`Cannot write ${x} as a ratio: a finite number is required`);
  let exponent = 0;
  let fraction = Math.abs(x);
  while (!Number.isInteger(fraction)) {
    fraction *= 2;
    exponent += 1;
  }
  return { numerator: BigInt(fraction), denominator: 2n ** BigInt(exponent) };
}

function ratioOfDecimal(text: string): Ratio {
  const [digits = "", exponent = "0"] = text.replace("-", "").split(/e(?=[+-]?\d+$)|e/);
  const negative = /e-/.test(text.replace(/^-/, ""));
  const [whole = "0", fraction = ""] = digits.split(".");
  const power = (negative ? -1 : 1) * Math.abs(Number(exponent.replace("-", ""))) - fraction.length;
  const numerator = BigInt(whole + fraction);
  return power >= 0
    ? { numerator: numerator * 10n ** BigInt(power), denominator: 1n }
    : { numerator, denominator: 10n ** BigInt(-power) };
}

/** Spacing of doubles at |x|; subnormals share the smallest spacing. */
function ulp(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -1021) return 2 ** -1074;
  const exponent = Math.floor(Math.log2(size));
  const spacing = 2 ** (exponent - 52);
  return size < 2 ** exponent ? spacing / 2 : spacing;
}

/**
 * Distance between a computed double and an exact decimal, in units of the last place of the computed value; exact rational arithmetic.
 *
 * @param computed finite double with the sign of the expectation
 * @param expected decimal digits, e.g. "1.25e-3"
 * @returns distance [ulp]
 */
export function ulpDistance(computed: number, expected: string): number {
  if (computed < 0 !== expected.startsWith("-") && computed !== 0) return Number.POSITIVE_INFINITY;
  const a = ratioOfDouble(computed);
  const b = ratioOfDecimal(expected);
  const unit = ratioOfDouble(ulp(computed));
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  const scaled =
    ((difference < 0n ? -difference : difference) * unit.denominator * 10n ** 6n) /
    (a.denominator * b.denominator * unit.numerator);
  return Number(scaled) / 1e6;
}
