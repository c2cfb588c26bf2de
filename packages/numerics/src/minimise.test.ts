import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nelderMead } from "./minimise.ts";

describe("nelderMead", () => {
  it("finds the minimum (1, 1) of Rosenbrock's valley from his starting point", () => {
    const valley = ([x, y]: readonly number[]) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2;
    const { x, value, converged } = nelderMead(valley, { start: [-1.2, 1] });
    expect(converged).toBe(true);
    // Values agree to 1e-8 and the valley's curvature along its floor is near 1, so x is known to about 1e-4.
    expect(x[0]).toBeCloseTo(1, 4);
    expect(x[1]).toBeCloseTo(1, 4);
    expect(value).toBeLessThan(1e-8);
  });

  it("reflects, contracts outside, then inside, as worked by hand for |x| from 1 and 3", () => {
    const visited: number[] = [];
    nelderMead(
      ([x]) => {
        visited.push(x!);
        return Math.abs(x!);
      },
      { start: [1], edges: [2], maxEvaluations: 6 },
    );
    expect(visited).toEqual([1, 3, -1, 0, -1, 0.5]);
  });

  it("shrinks by half towards the best vertex when nothing is better", () => {
    const visited: number[] = [];
    nelderMead(
      ([x]) => {
        visited.push(x!);
        return x === 0 || x === 1 ? x : 5;
      },
      { start: [0], edges: [1], maxEvaluations: 5 },
    );
    expect(visited).toEqual([0, 1, -1, 0.5, 0.5]);
  });

  it("finds planted minima of convex quadratics in three variables", () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate), (planted) => {
        const bowl = (x: readonly number[]) =>
          x.reduce((sum, value, i) => sum + (i + 1) * (value - planted[i]!) ** 2, 0);
        const found = nelderMead(bowl, { start: [1, 2, 3], edges: [1, 1, 1], maxEvaluations: 2000 });
        for (const [i, value] of planted.entries()) expect(Math.abs(found.x[i]! - value)).toBeLessThan(1e-3);
      }),
      { numRuns: 30 },
    );
  });

  it("keeps away from points where the function is NaN", () => {
    const found = nelderMead(([x]) => (x! < 0 ? Number.NaN : Math.sqrt(x!) - x!), { start: [0.3], maxEvaluations: 20 });
    expect(Number.isFinite(found.value)).toBe(true);
  });

  it("reports that it ran out of evaluations", () => {
    const { converged, evaluations } = nelderMead(([x]) => x! ** 2, { start: [100], maxEvaluations: 5 });
    expect(converged).toBe(false);
    expect(evaluations).toBeLessThanOrEqual(7);
  });

  it("refuses a function without variables", () => {
    expect(() => nelderMead(() => 0, { start: [] })).toThrow("E-SHAPE");
  });
});
