/**
 * SHA-256 of a text's UTF-8 bytes.
 *
 * Written out because the engine also runs where the platform offers no hash; meant for cache keys and fingerprints.
 * Source: FIPS PUB 180-4, sections 4.2.2, 5.1.1, 5.3.3 and 6.2.2.
 *
 * @param text a lone surrogate counts as U+FFFD, as text encoders have it
 * @returns 64 lower-case hexadecimal digits
 * @example
 * sha256("abc") // => "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 */
export function sha256(text: string): string {
  const bytes = padded(text);
  const hash = Uint32Array.from(initialHash);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += 64) compress(bytes, block, schedule, hash);
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

/** First 32 bits of the fractional part of a root. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);

const primes = Array.from({ length: 310 }, (_, i) => i + 2)
  .filter((n) => !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0))
  .slice(0, 64);
const initialHash = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
const roundConstants = primes.map((p) => fraction(Math.cbrt(p)));

/** The message followed by the bit 1, zeros, and its length in bits as 64-bit big-endian, in whole blocks of 64 bytes. */
function padded(text: string): Uint8Array {
  const message = new Uint8Array(3 * text.length); // a UTF-16 unit takes at most three bytes
  let length = 0;
  for (const character of text) length = writeUtf8(character.codePointAt(0)!, message, length);
  const bytes = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  bytes.set(message.subarray(0, length));
  bytes[length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(length) * 8n);
  return bytes;
}

/** Writes one code point at `at`, a lone surrogate as U+FFFD, and returns the place behind it. */
function writeUtf8(character: number, bytes: Uint8Array, at: number): number {
  const code = character >= 0xd800 && character <= 0xdfff ? 0xfffd : character;
  if (code < 0x80) {
    bytes[at] = code;
    return at + 1;
  }
  const size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  const lead = [0, 0, 0xc0, 0xe0, 0xf0][size]!;
  bytes[at] = lead | (code >> (6 * (size - 1)));
  for (let i = 1; i < size; i++) bytes[at + i] = 0x80 | ((code >> (6 * (size - 1 - i))) & 0x3f);
  return at + size;
}

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

function compress(bytes: Uint8Array, block: number, w: Uint32Array, hash: Uint32Array): void {
  const view = new DataView(bytes.buffer, block, 64);
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(4 * i);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15]!, w[i - 2]!];
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + roundConstants[i]! + w[i]!) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + s0 + majority) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] = hash[i]! + word;
  });
}
