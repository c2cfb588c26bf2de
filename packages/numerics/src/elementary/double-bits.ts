/** One double seen as two 32-bit words; module-level because JavaScript is single-threaded per module instance and nothing here outlives a call. */
const value = new Float64Array(1);
const words = new Uint32Array(value.buffer);
/** Index of the word with sign and exponent: 1 on little-endian machines. */
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Sign, exponent and the upper 20 bits of the fraction of `x`, as an unsigned 32-bit integer. */
export function highWord(x: number): number {
  value[0] = x;
  return words[high]!;
}

/** `x` with its upper word replaced; the lower 32 bits of the fraction stay. */
export function withHighWord(x: number, word: number): number {
  value[0] = x;
  words[high] = word;
  return value[0]!;
}

/** 2^n exactly, for integer n from -1022 to 1023. */
export function powerOfTwo(n: number): number {
  words[1 - high] = 0;
  words[high] = (n + 1023) << 20;
  return value[0]!;
}
