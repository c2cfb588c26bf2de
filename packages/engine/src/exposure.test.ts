import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, summariseExposure } from "./exposure.ts";

describe("areaUnderCurve", () => {
  it("is exact for straight rises and exponential falls", () => {
    const k = 0.3;
    const times = [0, 1, 2, 5, 11];
    const falling = times.slice(1).map((t) => 8 * Math.exp(-k * (t - 1)));
    expect(areaUnderCurve(times, [0, ...falling])).toBeCloseTo(4 + (8 / k) * -Math.expm1(-k * 10), 12);
  });

  it("takes straight lines where a logarithm is impossible: up to a plateau, down to zero, and below", () => {
    expect(areaUnderCurve([0, 1, 3, 4], [2, 2, 2, 0])).toBe(7);
    expect(areaUnderCurve([0, 1], [1, -1])).toBe(0);
  });

  it("does not lose digits when two samples are almost equal", () => {
    // The logarithmic mean of 1 and 1 - d is 1 - d/2 - d^2/12 - ...; the logarithm of a ratio near 1 keeps 9 digits at worst.
    for (const d of [1e-3, 1e-5, 1e-6, 1e-8, 1e-12, 1e-15]) {
      expect(Math.abs(areaUnderCurve([0, 1], [1, 1 - d]) - (1 - d / 2 - (d * d) / 12))).toBeLessThan(1e-10);
    }
  });

  it("lies between the area of the lower and of the upper ends, and adds over intervals", () => {
    const heights = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(heights, fc.nat(), (values, seed) => {
        const times = values.map((_, i) => 2 * i);
        const area = areaUnderCurve(times, values);
        const pairs = values.slice(1).map((value, i) => [value, values[i]!] as const);
        const lower = pairs.reduce((sum, [a, b]) => sum + 2 * Math.min(a, b), 0);
        const upper = pairs.reduce((sum, [a, b]) => sum + 2 * Math.max(a, b), 0);
        expect(area).toBeGreaterThanOrEqual(lower - 1e-9);
        expect(area).toBeLessThanOrEqual(upper + 1e-9);
        const cut = 1 + (seed % (values.length - 2));
        const parts =
          areaUnderCurve(times.slice(0, cut + 1), values.slice(0, cut + 1)) +
          areaUnderCurve(times.slice(cut), values.slice(cut));
        expect(parts).toBeCloseTo(area, 8);
      }),
    );
  });

  it("refuses times that do not increase, and unequal lengths", () => {
    expect(() => areaUnderCurve([0, 1, 1], [0, 1, 2])).toThrow(/times\[2\].*E-CURVE/);
    expect(() => areaUnderCurve([0, 1], [0])).toThrow("E-CURVE");
    expect(() => areaUnderCurve([], [])).toThrow("E-CURVE");
  });
});

describe("summariseExposure", () => {
  it("reports the first of equal peaks and its time", () => {
    expect(summariseExposure([0, 1, 2, 3], [0, 4, 4, 1])).toMatchObject({ cmax: 4, tmax: 1 });
  });

  it("is NaN when a sample is NaN, wherever it stands", () => {
    for (const values of [
      [Number.NaN, 1, 2],
      [0, Number.NaN, 2],
      [0, 1, Number.NaN],
    ]) {
      expect(summariseExposure([0, 1, 2], values)).toEqual({ cmax: Number.NaN, tmax: Number.NaN, auc: Number.NaN });
    }
  });
});
