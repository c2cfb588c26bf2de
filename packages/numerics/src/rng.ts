/**
 * Counter-based random numbers: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
 * 1, 2, 3", SC'11 (2011), doi:10.1145/2063384.2063405. There is no state: a draw is a function of its key and its address,
 * so a number is the same whatever else was drawn, in whatever order, on however many workers.
 *
 * Layout: the 64-bit key is the seed, low word first; the 128-bit counter is
 *   word 0: block (always 0; leaves room for more bits per draw)   word 1: index   word 2: purpose   word 3: subject
 */
import { normalQuantile } from "./normal.ts";
import { NumericsError } from "./numerics-error.ts";

/** The 64-bit Philox key of a run, as two unsigned 32-bit words. */
export interface RandomKey {
  readonly low: number;
  readonly high: number;
}

/** Where a draw lives: who it belongs to, what it is for, and which one of that purpose. Each field is an unsigned 32-bit integer. */
export interface RandomAddress {
  readonly subject: number;
  readonly purpose: number;
  readonly index: number;
}

const word = 2 ** 32;
const rounds = 10;
const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
// Weyl increments of the key schedule: golden ratio and sqrt(3) - 1, in 32 bits.
const weylLow = 0x9e3779b9;
const weylHigh = 0xbb67ae85;

/**
 * The random key of a seed.
 *
 * @param seed integer from 0 to 2^53 - 1
 * @throws NumericsError `E-SEED` for any other number
 */
export function makeKey(seed: number): RandomKey {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new NumericsError(
      "E-SEED",
      `Cannot make a random key from ${seed}: a seed must be an integer from 0 to 2^53 - 1`,
    );
  }
  return { low: seed % word, high: Math.floor(seed / word) };
}

/** High 32 bits of the unsigned product of two 32-bit words, by 16-bit halves (each partial sum stays below 2^53). */
function multiplyHigh(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + ((middle & 0xffff) + aLow * bHigh) / 0x10000) >>> 0;
}

/**
 * Philox4x32-10: four random 32-bit words for a key and a 128-bit counter.
 *
 * @param counter four words, least significant first
 * @param out receives four words; may be the same array as `counter`
 */
export function philox(key: RandomKey, counter: Uint32Array, out: Uint32Array): void {
  let [x0, x1, x2, x3] = [counter[0]!, counter[1]!, counter[2]!, counter[3]!];
  let keyLow = key.low;
  let keyHigh = key.high;
  for (let round = 0; round < rounds; round++) {
    const high0 = multiplyHigh(multiplier0, x0);
    const low0 = Math.imul(multiplier0, x0);
    const high1 = multiplyHigh(multiplier1, x2);
    const low1 = Math.imul(multiplier1, x2);
    x0 = (high1 ^ x1 ^ keyLow) >>> 0;
    x1 = low1 >>> 0;
    x2 = (high0 ^ x3 ^ keyHigh) >>> 0;
    x3 = low0 >>> 0;
    keyLow = (keyLow + weylLow) >>> 0;
    keyHigh = (keyHigh + weylHigh) >>> 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

// Scratch of one synchronous call; nothing survives between calls.
const block = new Uint32Array(4);

/**
 * The uniform number at an address, strictly between 0 and 1.
 *
 * Takes one of the 2^52 odd multiples of 2^-53, each equally likely: 0 and 1 cannot occur, every value is exact in double
 * precision, and u and 1 - u are equally likely, so both tails of an inverse distribution function are reached alike.
 */
export function uniform(key: RandomKey, address: RandomAddress): number {
  block[0] = 0;
  block[1] = address.index;
  block[2] = address.purpose;
  block[3] = address.subject;
  philox(key, block, block);
  const high = block[0]! >>> 6; // 26 bits
  const low = block[1]! >>> 6; // 26 bits
  return (high * 2 ** 27 + low * 2 + 1) * 2 ** -53;
}

/**
 * The standard normal number at an address: the inverse distribution function (AS 241) of the uniform number there.
 *
 * One uniform per normal, monotone in it; the largest possible magnitude is 8.21.
 */
export function standardNormal(key: RandomKey, address: RandomAddress): number {
  return normalQuantile(uniform(key, address));
}
