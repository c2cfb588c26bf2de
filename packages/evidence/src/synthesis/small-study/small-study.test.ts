import { expect, test } from "vitest";
import { poolEffects } from "../pooling/pool-effects.ts";
import { asymmetryTest } from "./asymmetry-test.ts";
import { funnel } from "./funnel.ts";
import { trimAndFill } from "./trim-and-fill.ts";

const errors = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6];
const symmetric = errors.flatMap((se, i) =>
  [-1, 1].map((side) => ({ label: `${i} ${side}`, effect: 0.5 + side * 1.5 * se, variance: se ** 2 })),
);

/** The same without ties of distance from the centre, which rank differently with the last bit of rounding. */
const uneven = errors.flatMap((se, i) =>
  [-1.37, 1.5].map((side) => ({ label: `${i} ${side}`, effect: 0.5 + side * se, variance: se ** 2 })),
);

test("a symmetric funnel has no slope", () => {
  const { slope, limit } = asymmetryTest(symmetric);
  expect(slope.estimate).toBeCloseTo(0, 12);
  expect(limit.estimate).toBeCloseTo(0.5, 12);
});

test("nothing is filled in on a side that lacks nothing", () => {
  const right = uneven.filter(({ effect }) => effect > 0.1);
  const found = trimAndFill(right, { side: "right" });
  expect(found.missing).toBe(0);
  expect(found.pooled.pooled).toEqual(poolEffects(right).pooled);
});

test("effects that grow with their standard error have that slope", () => {
  const slanted = errors.map((se, i) => ({
    label: `${i}`,
    effect: 0.2 + 2 * se + (i % 2 ? 1e-3 : -1e-3),
    variance: se ** 2,
  }));
  for (const form of ["weighted", "mixed"] as const) {
    const { slope, limit } = asymmetryTest(slanted, { form });
    // The disturbance of 0.001 moves the line by about as much over its smallest distance, 0.05.
    expect(slope.estimate).toBeCloseTo(2, 1);
    expect(limit.estimate).toBeCloseTo(0.2, 2);
  }
});

test("studies missing on the left are found there, and filling them in moves the mean left", () => {
  const right = uneven.filter(({ effect }) => effect > 0.1);
  const found = trimAndFill(right, { model: "common" });
  expect(found.side).toBe("left");
  expect(found.missing).toBeGreaterThan(0);
  expect(found.filled).toHaveLength(found.missing);
  expect(found.pooled.pooled.estimate).toBeLessThan(poolEffects(right, { model: "common" }).pooled.estimate);
});

test("mirroring the effects mirrors the result", () => {
  const right = uneven.filter(({ effect }) => effect > 0.1);
  const turned = right.map((study) => ({ ...study, effect: -study.effect }));
  for (const count of ["L0", "R0"] as const) {
    const [one, other] = [trimAndFill(right, { count }), trimAndFill(turned, { count })];
    expect(other.side).toBe("right");
    expect(other.missing).toBe(one.missing);
    expect(other.pooled.pooled.estimate).toBeCloseTo(-one.pooled.pooled.estimate, 10);
  }
});

test("the funnel stands on its centre and opens by 1.96 standard errors", () => {
  const drawn = funnel({ effects: symmetric, filled: [{ label: "mirror", effect: 2, variance: 1 }] }, { centre: 0.5 });
  expect(drawn.points.filter(({ isFilled }) => isFilled)).toEqual([
    { label: "mirror", effect: 2, standardError: 1, isFilled: true },
  ]);
  expect(drawn.regions[0]).toMatchObject({ level: 0.95, standardError: 1 });
  expect(drawn.regions[0]!.high - 0.5).toBeCloseTo(1.959963984540054, 12);
});

test("the estimator Q0 is refused where its root is negative", () => {
  const right = uneven.filter(({ effect }) => effect > 0.1);
  expect(() => trimAndFill(right, { count: "Q0" })).toThrow("missing is NaN by Q0");
});

test("one study can be drawn", () => {
  expect(funnel({ effects: symmetric.slice(0, 1) }, { centre: 0 }).points).toHaveLength(1);
  expect(() => funnel({ effects: [] }, { centre: 0 })).toThrow("effects is 0 of them");
});

test("two studies make no funnel", () => {
  expect(() => asymmetryTest(symmetric.slice(0, 2))).toThrow("effects is 2 of them, must be at least 3");
  expect(() => trimAndFill(symmetric.slice(0, 2))).toThrow("at least 3");
});
