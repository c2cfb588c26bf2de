import fc from "fast-check";
import { expect, test } from "vitest";
import { twoByTwoEffect } from "./two-by-two-effect.ts";
import { isDoubleZero, type TwoByTwo } from "./two-by-two-table.ts";

const table: TwoByTwo = { experimental: { events: 10, n: 15 }, control: { events: 3, n: 15 } };

test("the measures have their textbook values", () => {
  // Feder et al. 2021: 10 of 15 against 3 of 15.
  expect(Math.exp(twoByTwoEffect(table, { measure: "log-odds-ratio" }).effect)).toBeCloseTo(8, 13);
  expect(Math.exp(twoByTwoEffect(table, { measure: "log-risk-ratio" }).effect)).toBeCloseTo(10 / 3, 13);
  expect(twoByTwoEffect(table, { measure: "risk-difference" }).effect).toBeCloseTo(7 / 15, 14);
  expect(twoByTwoEffect(table, { measure: "log-odds-ratio" }).variance).toBeCloseTo(
    1 / 10 + 1 / 5 + 1 / 3 + 1 / 12,
    14,
  );
});

test("Peto's log odds ratio is observed minus expected over the hypergeometric variance", () => {
  // 13 of 30 had the event, so 6.5 are expected in each group; the variance is 15 x 15 x 13 x 17 / (30^2 x 29).
  const information = (15 * 15 * 13 * 17) / (900 * 29);
  const found = twoByTwoEffect(table, { measure: "peto-log-odds-ratio" });
  expect(found.effect).toBeCloseTo(3.5 / information, 13);
  expect(found.variance).toBeCloseTo(1 / information, 13);
});

test("an empty cell gets 1/2 in every cell unless told otherwise", () => {
  const empty: TwoByTwo = { experimental: { events: 4, n: 8 }, control: { events: 0, n: 7 } };
  const found = twoByTwoEffect(empty, { measure: "log-odds-ratio" });
  expect(Math.exp(found.effect)).toBeCloseTo((4.5 * 7.5) / (4.5 * 0.5), 12);
  expect(() => twoByTwoEffect(empty, { measure: "log-odds-ratio", zeroCells: { to: "none" } })).toThrow(
    "correct the empty cells",
  );
});

test("exchanging the groups turns the sign and keeps the variance", () => {
  const count = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const one = { experimental: { events: a, n: a + b }, control: { events: c, n: c + d } };
      const other = { experimental: one.control, control: one.experimental };
      for (const measure of ["log-odds-ratio", "log-risk-ratio", "risk-difference", "peto-log-odds-ratio"] as const) {
        const [here, there] = [twoByTwoEffect(one, { measure }), twoByTwoEffect(other, { measure })];
        expect(there.effect).toBeCloseTo(-here.effect, 10);
        expect(there.variance).toBeCloseTo(here.variance, 10);
      }
    }),
  );
});

test("a table without any event, or with nothing but events, is recognised", () => {
  expect(isDoubleZero({ experimental: { events: 0, n: 5 }, control: { events: 0, n: 9 } })).toBe(true);
  expect(isDoubleZero({ experimental: { events: 5, n: 5 }, control: { events: 9, n: 9 } })).toBe(true);
  expect(isDoubleZero(table)).toBe(false);
});

test("more events than people are refused", () => {
  const wrong = { experimental: { events: 16, n: 15 }, control: { events: 3, n: 15 } };
  expect(() => twoByTwoEffect(wrong, { measure: "risk-difference" })).toThrow(
    "experimental.events is 16, must be from 0 to 15",
  );
});
