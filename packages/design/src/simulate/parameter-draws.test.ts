import type { ParameterRecord } from "@kinetamine/ketamine";
import { makeKey } from "@kinetamine/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawParameters, quantileOfParameter } from "./parameter-draws.ts";

function record(value: number, uncertainty?: Record<string, unknown>, name = "CL"): ParameterRecord {
  return { name, value, ...(uncertainty === undefined ? {} : { uncertainty }) } as unknown as ParameterRecord;
}

describe("a parameter drawn from its uncertainty", () => {
  // 97.5 % point of the standard normal distribution, 1.959964 (printed in any table).
  const p = 0.975;
  const z = 1.959963985;

  it.each([
    ["lognormal", record(89, { distribution: "lognormal", sd: 0.1 }), 89 * Math.exp(0.1 * z)],
    ["normal", record(-0.5, { distribution: "normal", sd: 0.2 }), -0.5 + 0.2 * z],
    ["logit", record(0.4, { distribution: "logit", sd: 0.5 }), 1 / (1 + Math.exp(-(Math.log(0.4 / 0.6) + 0.5 * z)))],
    ["uniform", record(1, { distribution: "uniform", min: 0, max: 4 }), 3.9],
    ["known exactly", record(237.73), 237.73],
  ])("%s has the quantile of its formula", (_, parameter, quantile) => {
    expect(quantileOfParameter(parameter, p)).toBeCloseTo(quantile, 7);
  });

  it("has its value as median unless it is truncated", () => {
    expect(quantileOfParameter(record(89, { distribution: "lognormal", sd: 0.3 }), 0.5)).toBeCloseTo(89, 10);
    expect(quantileOfParameter(record(0.2, { distribution: "logit", sd: 0.3 }), 0.5)).toBeCloseTo(0.2, 12);
  });

  it("is truncated exactly: a normal cut at its median from below is half-normal", () => {
    // Median of the half-normal distribution: 0.6744898 standard deviations.
    const half = record(0, { distribution: "normal", sd: 2, min: 0 });
    expect(quantileOfParameter(half, 0.5)).toBeCloseTo(2 * 0.6744897502, 7);
  });

  it("never leaves its bounds and increases with the probability", () => {
    const parameter = record(1, { distribution: "lognormal", sd: 0.5305, min: 0.5, max: 4 });
    const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(probability, probability, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((q) => quantileOfParameter(parameter, q));
        expect(low).toBeGreaterThanOrEqual(0.5);
        expect(high).toBeLessThanOrEqual(4);
        expect(low).toBeLessThanOrEqual(high ?? 0);
      }),
    );
  });

  it("is refused when the record does not say how far it may move", () => {
    expect(() => quantileOfParameter(record(1, { distribution: "lognormal" }), 0.5)).toThrow("cannot draw CL");
    expect(() => quantileOfParameter(record(1, { distribution: "uniform" }), 0.5)).toThrow("no min and max");
  });
});

describe("draws", () => {
  const spread = { distribution: "lognormal", sd: 0.2 };
  const key = makeKey(1);

  it("do not change when parameters are added or reordered", () => {
    const few = drawParameters([record(1, spread, "a"), record(1, spread, "b")], { key, draw: 3 });
    const more = drawParameters([record(1, spread, "x"), record(1, spread, "b"), record(1, spread, "a")], {
      key,
      draw: 3,
    });
    expect(more.a).toBe(few.a);
    expect(more.b).toBe(few.b);
    expect(few.a).not.toBe(few.b);
  });

  it("have the standard deviation of the record", () => {
    const values = Array.from({ length: 4000 }, (_, draw) =>
      Math.log(drawParameters([record(1, spread)], { key, draw }).CL ?? 0),
    );
    const sd = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);
    // Standard error of a standard deviation: sd / sqrt(2 n) = 0.0022; five of them.
    expect(Math.abs(sd - 0.2)).toBeLessThan(0.011);
  });
});
