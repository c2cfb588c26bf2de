/** SHA-256 in plain arithmetic, so that a scenario has the same name in Node and in a browser without waiting for either. */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const roundConstants = fractionalRoots(64, 3);
/** The same of the square roots of the first 8 primes (FIPS 180-4, 5.3.3). */
const initialState = fractionalRoots(8, 2);

/**
 * SHA-256 of a text (FIPS 180-4).
 * @param text hashed as UTF-8
 * @returns 64 lower-case hexadecimal digits
 */
export function sha256Hex(text: string): string {
  const words = paddedWords(utf8Bytes(text));
  const state = Uint32Array.from(initialState);
  for (let block = 0; block < words.length; block += 16) compress(state, words.subarray(block, block + 16));
  return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
}

/** UTF-8 (RFC 3629), a lone surrogate as the replacement character; written out because a text encoder is not part of the language. */
function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) bytes.push(point);
    else {
      const length = point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
      bytes.push(((0xf00 >> length) & 0xff) | (point >> (6 * (length - 1))));
      for (let rest = length - 2; rest >= 0; rest -= 1) bytes.push(0x80 | ((point >> (6 * rest)) & 0x3f));
    }
  }
  return Uint8Array.from(bytes);
}

/** The bytes, a one bit, zeros, and the length in bits as a 64-bit number (FIPS 180-4, 5.1.1), big-endian. */
function paddedWords(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(16 * Math.ceil((bytes.length + 9) / 64));
  const put = (index: number, byte: number) => {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (8 * (3 - (index & 3))));
  };
  bytes.forEach((byte, index) => {
    put(index, byte);
  });
  put(bytes.length, 0x80);
  words[words.length - 2] = Math.floor(bytes.length / 0x2000_0000);
  words[words.length - 1] = (bytes.length << 3) >>> 0;
  return words;
}

/** One block of the compression function (FIPS 180-4, 6.2.2). */
function compress(state: Uint32Array, block: Uint32Array): void {
  const schedule = expand(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + sum1 + choice + (roundConstants[t] ?? 0) + (schedule[t] ?? 0)) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + sum0 + majority) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

function expand(block: Uint32Array): Uint32Array {
  const w = new Uint32Array(64);
  w.set(block);
  const word = (index: number): number => w[index] ?? 0;
  for (let t = 16; t < 64; t += 1) {
    const s0 = rotate(word(t - 15), 7) ^ rotate(word(t - 15), 18) ^ (word(t - 15) >>> 3);
    const s1 = rotate(word(t - 2), 17) ^ rotate(word(t - 2), 19) ^ (word(t - 2) >>> 10);
    w[t] = word(t - 16) + s0 + word(t - 7) + s1;
  }
  return w;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** Exact by whole-number arithmetic: floor(root of prime * 2^32) from the root of prime * 2^(32 * degree). */
function fractionalRoots(count: number, degree: 2 | 3): Uint32Array {
  const roots = new Uint32Array(count);
  let found = 0;
  for (let n = 2; found < count; n += 1) {
    if ([...Array(n).keys()].slice(2).some((divisor) => n % divisor === 0)) continue;
    roots[found] = Number(integerRoot(BigInt(n) << BigInt(32 * degree), degree) & 0xffff_ffffn);
    found += 1;
  }
  return roots;
}

/** The largest whole number whose power does not exceed `value`, by bisection. */
function integerRoot(value: bigint, degree: 2 | 3): bigint {
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= value) low = middle;
    else high = middle;
  }
  return low;
}
