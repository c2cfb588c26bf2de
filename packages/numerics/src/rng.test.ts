import { describe, expect, it } from "vitest";
import { makeKey, philox, standardNormal, uniform } from "./rng.ts";

/** Test vectors of Philox4x32-10 in the file kat_vectors of Random123 1.14 (D. E. Shaw Research): counter, key, answer. */
const knownAnswers = [
  ["00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  ["ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"],
  ["243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"],
] as const;

const words = (text: string) => Uint32Array.from(text.split(" "), (word) => Number.parseInt(word, 16));

const draws = (count: number, draw: (index: number) => number) => Array.from({ length: count }, (_, i) => draw(i));
const averageOf = (values: readonly number[], power = 1) =>
  values.reduce((sum, value) => sum + value ** power, 0) / values.length;

describe("Philox4x32-10", () => {
  it.each(knownAnswers)("gives the published answer for counter %s and key %s", (counter, key, answer) => {
    const [low, high] = words(key);
    const out = new Uint32Array(4);
    philox({ low: low!, high: high! }, words(counter), out);
    expect(out).toEqual(words(answer));
  });
});

describe("makeKey", () => {
  it("keeps all 53 bits of a seed", () => {
    expect(makeKey(2 ** 53 - 1)).toEqual({ low: 2 ** 32 - 1, high: 2 ** 21 - 1 });
    expect(makeKey(7)).toEqual({ low: 7, high: 0 });
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN])("refuses %s as a seed", (seed) => {
    expect(() => makeKey(seed)).toThrow("E-SEED");
  });
});

describe("uniform", () => {
  const key = makeKey(20260107);

  it("places index, purpose and subject in words 1, 2 and 3 of the counter", () => {
    const out = new Uint32Array(4);
    philox(key, Uint32Array.of(0, 5, 9, 13), out);
    const expected = ((out[0]! >>> 6) * 2 ** 27 + (out[1]! >>> 6) * 2 + 1) / 2 ** 53;
    expect(uniform(key, { index: 5, purpose: 9, subject: 13 })).toBe(expected);
  });

  it("depends on the key and on every field of the address", () => {
    const base = { subject: 1, purpose: 1, index: 1 };
    const numbers = [
      uniform(key, base),
      uniform(makeKey(20260108), base),
      uniform(key, { ...base, subject: 2 }),
      uniform(key, { ...base, purpose: 2 }),
      uniform(key, { ...base, index: 2 }),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(uniform(key, base)).toBe(numbers[0]);
  });

  // False alarm: 5 standard errors, 6e-7 for each of the moments below under the central limit theorem; the key is fixed.
  const count = 40_000;
  const sample = draws(count, (i) => uniform(key, { subject: i, purpose: 1, index: 0 }));

  it("stays strictly between 0 and 1", () => {
    expect(Math.min(...sample.slice(0, 10_000))).toBeGreaterThan(0);
    expect(Math.max(...sample.slice(0, 10_000))).toBeLessThan(1);
  });

  it("has mean 1/2 and second moment 1/3 within 5 standard errors", () => {
    expect(Math.abs(averageOf(sample) - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / count));
    expect(Math.abs(averageOf(sample, 2) - 1 / 3)).toBeLessThan(5 * Math.sqrt(4 / 45 / count));
  });

  it("is uncorrelated between neighbouring subjects, indices and purposes within 5 standard errors", () => {
    const neighbours = [
      draws(count, (i) => uniform(key, { subject: i + 1, purpose: 1, index: 0 })),
      draws(count, (i) => uniform(key, { subject: i, purpose: 2, index: 0 })),
      draws(count, (i) => uniform(key, { subject: i, purpose: 1, index: 1 })),
    ];
    for (const other of neighbours) {
      const products = sample.map((value, i) => (value - 1 / 2) * (other[i]! - 1 / 2));
      expect(Math.abs(averageOf(products))).toBeLessThan(5 * Math.sqrt(1 / 144 / count));
    }
  });
});

describe("standardNormal", () => {
  it("has moments 0, 1, 0 and 3 within 5 standard errors", () => {
    const key = makeKey(42);
    const count = 40_000;
    const sample = draws(count, (i) => standardNormal(key, { subject: i, purpose: 3, index: 2 }));
    // Standard errors from the normal moments: Var(Z) = 1, Var(Z^2) = 2, Var(Z^3) = 15, Var(Z^4) = 96.
    for (const [power, moment, spread] of [
      [1, 0, 1],
      [2, 1, 2],
      [3, 0, 15],
      [4, 3, 96],
    ] as const) {
      expect(Math.abs(averageOf(sample, power) - moment)).toBeLessThan(5 * Math.sqrt(spread / count));
    }
  });
});
