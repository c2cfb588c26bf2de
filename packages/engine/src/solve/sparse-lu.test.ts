import { luFactor, luSolve } from "@kinetamine/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SparsePattern } from "../compile/sparse-pattern.ts";
import { planElimination } from "./elimination-plan.ts";
import { SparseLu } from "./sparse-lu.ts";

/** Pattern of the given off-diagonal places plus the diagonal. */
function patternOf(size: number, places: readonly (readonly [number, number])[]): SparsePattern {
  const rows = Array.from({ length: size }, (_, i) => new Set([i]));
  for (const [i, j] of places) rows[i]!.add(j);
  const columns = rows.map((row) => [...row].sort((a, b) => a - b));
  const rowStart = Int32Array.of(0, ...columns.map((_, i) => columns.slice(0, i + 1).flat().length));
  return { size, rowStart, column: Int32Array.from(columns.flat()) };
}

const chain = (size: number) => Array.from({ length: size - 1 }, (_, i) => [i + 1, i] as const);

describe("planElimination", () => {
  it("takes a feed-forward chain without fill and without a single product", () => {
    const plan = planElimination(patternOf(6, [...chain(6), [5, 0], [4, 1]]));
    expect(plan.entries).toBe(6 + 5 + 2);
    expect(plan.target.length).toBe(0);
  });

  it("spends products only inside the loop of a chain with one feedback", () => {
    // 2 <-> 3 feed each other; eliminating one of them updates the pivot of the other, and its upstream neighbour.
    const plan = planElimination(patternOf(6, [...chain(6), [2, 3]]));
    expect(plan.target.length).toBeLessThanOrEqual(2);
  });

  it("avoids the fill of an arrow matrix by taking the hub last", () => {
    const spokes = [1, 2, 3, 4, 5].flatMap((i) => [[0, i] as const, [i, 0] as const]);
    const plan = planElimination(patternOf(6, spokes));
    expect(plan.entries).toBe(6 + 10);
    expect(plan.order.indexOf(0)).toBeGreaterThanOrEqual(4);
  });
});

describe("SparseLu", () => {
  const size = 8;
  const place = fc.tuple(fc.nat(size - 1), fc.nat(size - 1));
  const value = fc.double({ min: -1, max: 1, noNaN: true });

  it("solves as the dense factorisation does, for random patterns and values", () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 30 }),
        fc.array(value, { minLength: 64, maxLength: 64 }),
        fc.array(value, { minLength: size, maxLength: size }),
        (places, values, right) => {
          const pattern = patternOf(size, places);
          const shift = 10; // dominant: the condition number stays below 10
          const jacobian = Float64Array.from(pattern.column, (_, p) => values[p]!);
          const dense = new Float64Array(size * size);
          for (let i = 0; i < size; i++) {
            for (let p = pattern.rowStart[i]!; p < pattern.rowStart[i + 1]!; p++)
              dense[i * size + pattern.column[p]!] = -jacobian[p]!;
            dense[i * size + i]! += shift;
          }
          const lu = new SparseLu(planElimination(pattern));
          const x = Float64Array.from(right);
          expect(lu.factorise(jacobian, shift)).toBe(true);
          lu.solve(x);
          const expected = luSolve(luFactor(dense, size), Float64Array.from(right));
          for (let i = 0; i < size; i++) expect(Math.abs(x[i]! - expected[i]!)).toBeLessThan(1e-14);
        },
      ),
    );
  });

  it("can be used again with other values", () => {
    const lu = new SparseLu(
      planElimination(
        patternOf(2, [
          [0, 1],
          [1, 0],
        ]),
      ),
    );
    lu.factorise(Float64Array.of(9, 9, 9, 9), 1000);
    // shift 3, J = (1, 1; 2, 1): W = (2, -1; -2, 2), and W (1, 2) = (0, 2)
    lu.factorise(Float64Array.of(1, 1, 2, 1), 3);
    const x = Float64Array.of(0, 2);
    lu.solve(x);
    expect([...x]).toEqual([1, 2]);
  });

  it("refuses a vanishing, infinite or NaN pivot", () => {
    const lu = new SparseLu(planElimination(patternOf(1, [])));
    expect(lu.factorise(Float64Array.of(5), 5)).toBe(false);
    expect(lu.factorise(Float64Array.of(Number.NEGATIVE_INFINITY), 5)).toBe(false);
    expect(lu.factorise(Float64Array.of(Number.NaN), 5)).toBe(false);
  });
});
