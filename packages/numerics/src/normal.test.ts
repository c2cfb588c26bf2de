import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "./normal.ts";

/** P(Z <= x), computed with mpmath 1.3 (ncdf) at 40 digits. */
const probabilities: readonly (readonly [number, number])[] = [
  [-37.5, 4.605353009581955e-308],
  [-30, 4.906713927148187e-198],
  [-20, 2.7536241186062337e-89],
  [-12.5, 3.732564298877713e-36],
  [-8, 6.220960574271784e-16],
  [-5.7, 5.990371401063528e-9],
  [-5.6, 1.071759025831093e-8],
  [-4, 0.000031671241833119924],
  [-3, 0.0013498980316300946],
  [-2, 0.02275013194817921],
  [-1.959963984540054, 0.025000000000000012],
  [-1, 0.15865525393145705],
  [-0.7, 0.24196365222307303],
  [-0.66, 0.25462691467133614],
  [-0.5, 0.3085375387259869],
  [-0.1, 0.460172162722971],
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [0.66291, 0.7463059016102601],
  [0.663, 0.7463347229613835],
  [1, 0.8413447460685429],
  [1.5, 0.9331927987311419],
  [3, 0.9986501019683699],
  [6, 0.9999999990134123],
  [8, 0.9999999999999993],
];

/** Quantiles of the double nearest to p, computed with mpmath 1.3 at 40 digits. */
const quantiles: readonly (readonly [number, number])[] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-20, -9.262340089798407],
  [1e-12, -7.034483825301132],
  [1e-9, -5.9978070150076865],
  [1e-5, -4.264890793922825],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.07, -1.4757910281791706],
  [0.075, -1.439531470938456],
  [0.25, -0.6744897501960817],
  [0.4, -0.2533471031357997],
  [0.6, 0.2533471031357997],
  [0.9, 1.2815515655446006],
  [0.975, 1.9599639845400538],
  [0.999, 3.090232306167813],
  [0.9999999, 5.199337582290661],
];

const relativeError = (found: number, expected: number) => Math.abs(found / expected - 1);

describe("normalCdf", () => {
  // 8 units in the last place: the error of Cody's approximations is below 1e-18, the rest is rounding of exp and the sums.
  it.each(probabilities)("at %s agrees with 40-digit arithmetic to 2e-15 relative", (x, expected) => {
    expect(relativeError(normalCdf(x), expected)).toBeLessThan(2e-15);
  });

  it("is symmetric, and reaches its limits", () => {
    for (const [x, p] of probabilities) expect(normalCdf(-x)).toBeCloseTo(1 - p, 15);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  it("does not jump where the approximation changes", () => {
    for (const x of [0.66291, Math.sqrt(32)]) {
      const [before, after] = [normalCdf(-x * (1 + 1e-13)), normalCdf(-x * (1 - 1e-13))];
      expect(after).toBeGreaterThan(before);
      expect(relativeError(before, after)).toBeLessThan(1e-11);
    }
  });
});

describe("normalQuantile", () => {
  // AS 241 states 1 part in 1e16 for the approximation; rounding adds a few units in the last place.
  it.each(quantiles)("at %s agrees with 40-digit arithmetic to 2e-15 relative", (p, expected) => {
    expect(relativeError(normalQuantile(p), expected)).toBeLessThan(2e-15);
  });

  it("inverts the distribution function in both tails", () => {
    for (let x = -37; x <= 5; x += 0.37) expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 9);
  });

  it("is 0 at one half and infinite at 0 and 1", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([-0.1, 1.1, Number.NaN])("refuses %s as a probability", (p) => {
    expect(() => normalQuantile(p)).toThrow("E-PROBABILITY");
  });
});
