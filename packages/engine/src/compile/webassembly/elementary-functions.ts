/**
 * exp, log, log10 and pow as WebAssembly, operation by operation those of @kinetamine/numerics, so that both back ends
 * give the same bits. Rare special cases of pow go back to the function itself.
 */
import { elementaryCoefficients } from "@kinetamine/numerics";
import type { Code } from "./assembly.ts";
import * as wasm from "./assembly.ts";
import type { FunctionDefinition } from "./encode-module.ts";

const { abs, add, div, f64, get, greater, less, mul, set, sub, when, leave } = wasm;
const { ln2High, ln2Low } = elementaryCoefficients;
const f = wasm.types.f64;
const sum = (...terms: readonly Code[]): Code => terms.reduce((a, b) => add(a, b));

/** c0 + z (c1 + z (c2 + ...)), from the inside out. */
const horner = (z: Code, [first, ...rest]: readonly number[]): Code =>
  rest.length === 0 ? f64(first!) : add(f64(first!), mul(z, horner(z, rest)));

/** 2^n for an i32 n that is an exponent of normal doubles. */
const powerOfTwo = (n: Code): Code =>
  wasm.doubleOf(wasm.shiftLeft64(wasm.widen(wasm.add32(n, wasm.i32(1023))), wasm.i64(52n)));

/** exp(x + tail): parameters 0 x, 1 tail. */
function expOfSum(): FunctionDefinition {
  const [x, tail, n, high, low, r, z, y, count] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
  const { inverseLn2, roundingShift, expLargest, expSmallest, exp } = elementaryCoefficients;
  const shift = f64(roundingShift);
  const c = sub(get(r), mul(get(z), horner(get(z), exp)));
  const half = wasm.shiftRight32(get(count), wasm.i32(1));
  return {
    parameters: [f, f],
    results: [f],
    locals: [f, f, f, f, f, f, wasm.types.i32, f],
    body: [
      ...when(greater(get(x), f64(expLargest)), leave(f64(Number.POSITIVE_INFINITY))),
      ...when(less(get(x), f64(expSmallest)), leave(f64(0))),
      ...set(n, sub(add(mul(get(x), f64(inverseLn2)), shift), shift)),
      ...set(high, sub(get(x), mul(get(n), f64(ln2High)))),
      ...set(low, sub(mul(get(n), f64(ln2Low)), get(tail))),
      ...set(r, sub(get(high), get(low))),
      ...set(z, mul(get(r), get(r))),
      ...set(9, c),
      ...set(y, sub(f64(1), sub(sub(get(low), div(mul(get(r), get(9)), sub(f64(2), get(9)))), get(high)))),
      ...set(count, wasm.truncate32(get(n))),
      ...mul(mul(get(y), powerOfTwo(half)), powerOfTwo(wasm.sub32(get(count), half))),
    ],
  };
}

/** Statements that split the positive finite double in local x into exponent (f64) and fraction, using two i64/i32 locals. */
function splitBinary(at: {
  readonly x: number;
  readonly exponent: number;
  readonly fraction: number;
  readonly word: number;
}): Code {
  const { smallestNormal, lift, sqrtHalfWord, oneWord } = elementaryCoefficients;
  const isSubnormal = less(get(at.x), f64(smallestNormal));
  const highWord = wasm.wrap(wasm.shiftRightUnsigned64(wasm.bitsOf(get(at.fraction)), wasm.i64(32n)));
  const lowBits = wasm.and64(wasm.bitsOf(get(at.fraction)), wasm.i64(0xffffffffn));
  const newWord = wasm.add32(wasm.and32(get(at.word), wasm.i32(0x000fffff)), wasm.i32(sqrtHalfWord));
  const bias = wasm.choose(isSubnormal, wasm.i32(1023 + 54), wasm.i32(1023));
  return [
    ...set(at.fraction, wasm.choose(isSubnormal, mul(get(at.x), f64(lift)), get(at.x))),
    ...set(at.word, wasm.add32(highWord, wasm.i32(oneWord - sqrtHalfWord))),
    ...set(at.exponent, wasm.toDouble(wasm.sub32(wasm.shiftRightUnsigned32(get(at.word), wasm.i32(20)), bias))),
    ...set(
      at.fraction,
      wasm.doubleOf(wasm.or64(wasm.shiftLeft64(wasm.widenUnsigned(newWord), wasm.i64(32n)), lowBits)),
    ),
  ];
}

/** log(x): parameter 0 x. */
function log(): FunctionDefinition {
  const [x, exponent, fraction, word, s, z, w, halfSquare] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [g1, g2, g3, g4, g5, g6, g7] = elementaryCoefficients.log;
  const polynomial = add(mul(get(w), horner(get(w), [g2, g4, g6])), mul(get(z), horner(get(w), [g1, g3, g5, g7])));
  const special = wasm.choose(wasm.equal(get(x), f64(0)), f64(Number.NEGATIVE_INFINITY), f64(Number.NaN));
  const parts = [mul(get(s), add(get(halfSquare), polynomial)), mul(get(exponent), f64(ln2Low))];
  return {
    parameters: [f],
    results: [f],
    locals: [f, f, wasm.types.i32, f, f, f, f],
    body: [
      ...when(wasm.not32(greater(get(x), f64(0))), leave(special)),
      ...when(wasm.equal(get(x), f64(Number.POSITIVE_INFINITY)), leave(get(x))),
      ...splitBinary({ x, exponent, fraction, word }),
      ...set(fraction, sub(get(fraction), f64(1))),
      ...set(halfSquare, mul(mul(f64(0.5), get(fraction)), get(fraction))),
      ...set(s, div(get(fraction), add(f64(2), get(fraction)))),
      ...set(z, mul(get(s), get(s))),
      ...set(w, mul(get(z), get(z))),
      ...sum(sub(sum(...parts), get(halfSquare)), get(fraction), mul(get(exponent), f64(ln2High))),
    ],
  };
}

/** a b - product exactly, parameters 0 a, 1 b, 2 product; see `productError` in @kinetamine/numerics. */
function productError(): FunctionDefinition {
  const [a, b, product, aHigh, aLow, bHigh, bLow] = [0, 1, 2, 3, 4, 5, 6] as const;
  const split = (value: number, high: number, low: number): Code => {
    const big = mul(get(value), f64(elementaryCoefficients.splitter));
    return [...set(high, sub(big, sub(big, get(value)))), ...set(low, sub(get(value), get(high)))];
  };
  const products = [mul(get(aHigh), get(bHigh)), mul(get(aLow), get(bHigh)), mul(get(aHigh), get(bLow))];
  return {
    parameters: [f, f, f],
    results: [f],
    locals: [f, f, f, f],
    body: [
      ...split(a, aHigh, aLow),
      ...split(b, bHigh, bLow),
      ...sub(
        mul(get(aLow), get(bLow)),
        products.reduce((rest, term) => sub(rest, term), get(product)),
      ),
    ],
  };
}

/** Indices at which the module places the functions; `special` is the JavaScript function that pow falls back to. */
export interface ElementaryIndices {
  readonly special: number;
  readonly expOfSum: number;
  readonly log: number;
  readonly productError: number;
  readonly pow: number;
}

/** x^y: parameters 0 x, 1 y. Everything but positive finite x and moderate y other than 0 goes to `special`. */
function pow(indices: ElementaryIndices): FunctionDefinition {
  const [x, y, exponent, fraction, word, numerator, denominator, s, tail, big, twice, total, sumError, high, z] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
  ] as const;
  const error = (a: Code, b: Code, product: Code) => wasm.call(indices.productError, a, b, product);
  const isOrdinary = [
    greater(get(x), f64(0)),
    less(get(x), f64(Number.POSITIVE_INFINITY)),
    wasm.lessOrEqual(abs(get(y)), f64(elementaryCoefficients.hugeExponent)),
    wasm.notEqual(get(y), f64(0)),
  ].reduce((a, b) => wasm.and32(a, b));
  const product = mul(get(s), get(denominator));
  const denominatorError = sub(get(fraction), sub(get(denominator), f64(1)));
  const remainder = sub(
    sub(sub(get(numerator), product), error(get(s), get(denominator), product)),
    mul(get(s), denominatorError),
  );
  const atanhTail = mul(mul(get(s), get(z)), horner(get(z), elementaryCoefficients.atanh));
  const tailSum = add(get(tail), get(sumError));
  const logLow = add(sub(get(total), get(numerator)), tailSum);
  return {
    parameters: [f, f],
    results: [f],
    locals: [f, f, wasm.types.i32, f, f, f, f, f, f, f, f, f, f],
    body: [
      ...when(wasm.not32(isOrdinary), leave(wasm.call(indices.special, get(x), get(y)))),
      ...splitBinary({ x, exponent, fraction, word }),
      ...set(numerator, sub(get(fraction), f64(1))),
      ...set(denominator, add(get(fraction), f64(1))),
      ...set(s, div(get(numerator), get(denominator))),
      ...set(z, mul(get(s), get(s))),
      ...set(tail, div(remainder, get(denominator))),
      ...set(tail, add(add(mul(f64(2), get(tail)), atanhTail), mul(get(exponent), f64(ln2Low)))),
      ...set(big, mul(get(exponent), f64(ln2High))),
      ...set(twice, mul(f64(2), get(s))),
      ...set(total, add(get(big), get(twice))),
      ...set(
        sumError,
        wasm.choose(
          greater(abs(get(big)), abs(get(twice))),
          sub(get(twice), sub(get(total), get(big))),
          sub(get(big), sub(get(total), get(twice))),
        ),
      ),
      // From here on `numerator` holds the upper part of log x.
      ...set(numerator, add(get(total), tailSum)),
      ...set(high, mul(get(numerator), get(y))),
      ...wasm.call(indices.expOfSum, get(high), add(error(get(numerator), get(y), get(high)), mul(logLow, get(y)))),
    ],
  };
}

/** The functions in the order of their indices after `special`. */
export function elementaryFunctions(indices: ElementaryIndices): readonly FunctionDefinition[] {
  return [expOfSum(), log(), productError(), pow(indices)];
}
