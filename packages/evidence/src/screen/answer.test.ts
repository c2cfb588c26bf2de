import { describe, expect, test } from "vitest";
import { type Answer, allOf, anyOf, atLeast, compare } from "./answer.ts";

const answers: readonly Answer[] = ["yes", "no", "unknown"];

describe("three-valued answers", () => {
  // The truth tables of Kleene's strong logic, checked as: a definite result may not change whatever the unknowns turn out to be.
  test("give a definite result exactly when no answer to the unknowns could change it", () => {
    const worlds = (given: readonly Answer[]): readonly (readonly boolean[])[] =>
      given.reduce<readonly (readonly boolean[])[]>(
        (soFar, answer) =>
          soFar.flatMap((world) =>
            answer === "unknown"
              ? [
                  [...world, true],
                  [...world, false],
                ]
              : [[...world, answer === "yes"]],
          ),
        [[]],
      );
    const expected = (given: readonly Answer[], holds: (world: readonly boolean[]) => boolean): Answer => {
      const outcomes = new Set(worlds(given).map(holds));
      return outcomes.size === 2 ? "unknown" : outcomes.has(true) ? "yes" : "no";
    };
    for (const a of answers)
      for (const b of answers)
        for (const c of answers) {
          const given = [a, b, c];
          expect(allOf(given)).toBe(expected(given, (world) => world.every(Boolean)));
          expect(anyOf(given)).toBe(expected(given, (world) => world.some(Boolean)));
          for (const needed of [1, 2, 3])
            expect(atLeast(needed, given)).toBe(expected(given, (world) => world.filter(Boolean).length >= needed));
        }
  });

  test("compare a number that may be missing", () => {
    expect([
      compare(8, "at-least", 8),
      compare(8, "above", 8),
      compare(9, "above", 8),
      compare("unknown", "above", 8),
    ]).toEqual(["yes", "no", "yes", "unknown"]);
  });
});
