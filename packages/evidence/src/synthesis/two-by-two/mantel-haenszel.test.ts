import { expect, test } from "vitest";
import { twoByTwoEffect } from "../effect-sizes/two-by-two-effect.ts";
import { mantelHaenszel } from "./mantel-haenszel.ts";

const table = (a: number, n1: number, c: number, n2: number) => ({
  experimental: { events: a, n: n1 },
  control: { events: c, n: n2 },
});

test("one table is pooled to its own effect", () => {
  const one = table(10, 15, 3, 15);
  for (const measure of ["log-odds-ratio", "log-risk-ratio", "risk-difference"] as const) {
    const { effect, variance } = twoByTwoEffect(one, { measure });
    const { pooled } = mantelHaenszel([one], { measure });
    expect(pooled.estimate).toBeCloseTo(effect, 12);
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(variance), 12);
  }
});

test("a table without events tells nothing about a ratio, but dilutes a risk difference", () => {
  const tables = [table(5, 50, 2, 50), table(3, 30, 1, 30)];
  const empty = table(0, 40, 0, 40);
  const ratio = (given: typeof tables) => mantelHaenszel(given, { measure: "log-odds-ratio" });
  expect(ratio([...tables, empty]).pooled).toEqual(ratio(tables).pooled);
  expect(ratio([...tables, empty]).studies).toBe(2);
  const difference = (given: typeof tables) => mantelHaenszel(given, { measure: "risk-difference" }).pooled.estimate;
  expect(difference([...tables, empty])).toBeLessThan(difference(tables));
});

test("a ratio without any event in one group is refused", () => {
  expect(() => mantelHaenszel([table(4, 8, 0, 7)], { measure: "log-odds-ratio" })).toThrow(
    "some study needs an event in each group",
  );
  expect(() => mantelHaenszel([table(0, 8, 0, 7)], { measure: "log-risk-ratio" })).toThrow(
    "tables is 0 with information",
  );
});
