import { describe, expect, it } from "vitest";
import { ErrorScale } from "./error-scale.ts";

const tolerance = { relative: 1e-3, absolute: 1e-6 };
const vector = (...values: number[]) => Float64Array.from(values);

function scaleFrom(...y: number[]): ErrorScale {
  const scale = new ErrorScale(y.length);
  scale.reset(tolerance, vector(...y));
  return scale;
}

describe("ErrorScale", () => {
  it("counts an error of relative |y| + absolute (1 + peak) as one (worked by hand)", () => {
    const scale = scaleFrom(9);
    // 1e-3 * 5 + 1e-6 * (1 + 9), with the larger of the two ends
    expect(scale.norm(vector(5.01e-3), vector(5), vector(4))).toBeCloseTo(1, 12);
    expect(scale.norm(vector(-5.01e-3), vector(4), vector(5))).toBeCloseTo(1, 12);
  });

  it("holds a decayed state to its peak: relative no longer counts, absolute still does", () => {
    const scale = scaleFrom(1000);
    expect(scale.norm(vector(1.001e-3), vector(0), vector(0))).toBeCloseTo(1, 12);
  });

  it("takes the root mean square over the states that have ever moved", () => {
    const scale = scaleFrom(0, 0, 0);
    const [zero, error] = [vector(0, 0, 0), vector(1e-6, 0, 0)];
    expect(scale.norm(error, zero, zero)).toBeCloseTo(1, 12);
    scale.raisePeaks(vector(1e-30, 1e-30, 0));
    expect(scale.norm(error, zero, zero)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(scale.worst).toBe(0);
  });

  it("is NaN, naming the state, when an error is NaN or infinite", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const scale = scaleFrom(1, 1, 1);
      expect(scale.norm(vector(1, bad, 2), vector(1, 1, 1), vector(1, 1, 1))).toBeNaN();
      expect(scale.worst).toBe(1);
    }
  });
});
