/**
 * SHA-256 of a text's UTF-8 bytes.
 *
 * Written out because the engine runs where no platform hash is at hand; meant for cache keys and fingerprints.
 * Source: FIPS PUB 180-4, sections 4.2.2, 5.1.1, 5.3.3 and 6.2.2.
 *
 * @returns 64 lower-case hexadecimal digits
 * @example
 * sha256("abc") // => "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 */
export function sha256(text: string): string {
  const bytes = pad(utf8(text));
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

function utf8(text: string): readonly number[] {
  return [...text].flatMap((character) => {
    const code = character.codePointAt(0)!;
    const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) return [code];
    if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
    if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
    return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
  });
}

/** Appends the bit 1, zeros, and the length in bits as 64-bit big-endian, up to whole blocks of 64 bytes. */
function pad(message: readonly number[]): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return padded;
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
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + s0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] = hash[i]! + word;
  });
}
