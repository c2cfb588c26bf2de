import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compensatedSum, mean, quantile, quantileSorted, standardDeviation, variance } from "./summary.ts";

describe("compensatedSum", () => {
  it("keeps what plain summation loses (Neumaier's example)", () => {
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
  });

  it("sums a tenth a million times to the rounding of 100000", () => {
    expect(compensatedSum(new Float64Array(1_000_000).fill(0.1))).toBe(100_000);
  });

  it("passes infinities and NaN through, and sums nothing to 0", () => {
    expect(compensatedSum([1, Number.POSITIVE_INFINITY, 2])).toBe(Number.POSITIVE_INFINITY);
    expect(compensatedSum([1, Number.NaN])).toBeNaN();
    expect(compensatedSum([])).toBe(0);
  });
});

describe("mean, variance and standard deviation", () => {
  it("agree with a sample worked by hand", () => {
    // 2 4 4 4 5 5 7 9: mean 5, squared deviations 9 1 1 1 0 0 4 16 = 32, over 7
    const sample = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(sample)).toBe(5);
    expect(variance(sample)).toBeCloseTo(32 / 7, 14);
    expect(standardDeviation(sample)).toBeCloseTo(Math.sqrt(32 / 7), 14);
  });

  it("do not lose digits to a large mean", () => {
    expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
  });

  it("refuse too few values", () => {
    expect(() => mean([])).toThrow("E-TOO-FEW");
    expect(() => variance([1])).toThrow("E-TOO-FEW");
  });
});

describe("quantile (type 7)", () => {
  it("interpolates at position (n - 1) p", () => {
    // 1 2 3 4 at 0.25: position 0.75; 0.5: 1.5; 0.9: 2.7
    expect(quantile([4, 2, 1, 3], 0.25)).toBe(1.75);
    expect(quantile([4, 2, 1, 3], 0.5)).toBe(2.5);
    expect(quantile([4, 2, 1, 3], 0.9)).toBeCloseTo(3.7, 14);
  });

  it("lies in the sample's range, grows with p, and does not depend on order", () => {
    const sample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(sample, probability, probability, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))];
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(quantile([...values].reverse(), p)).toBe(quantile(values, p));
      }),
    );
  });

  it("leaves its argument alone, and does not touch an infinite neighbour it does not need", () => {
    const sample = [3, 1, 2];
    quantile(sample, 0.5);
    expect(sample).toEqual([3, 1, 2]);
    expect(quantileSorted([1, 2, Number.POSITIVE_INFINITY], 0.5)).toBe(2);
  });

  it("is NaN when a value is NaN, wherever it stands", () => {
    expect(quantile([1, Number.NaN, 3], 0)).toBeNaN();
  });

  it("refuses an empty sample and a probability outside 0 to 1", () => {
    expect(() => quantile([], 0.5)).toThrow("E-TOO-FEW");
    expect(() => quantile([1], 1.5)).toThrow("E-PROBABILITY");
  });
});
