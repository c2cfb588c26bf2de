import fc from "fast-check";
import { expect, test } from "vitest";
import { combineEvents, combineGroups } from "./combine-groups.ts";
import { splitControl } from "./split-control.ts";

function summarise(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n: values.length, mean, sd: Math.sqrt(squares / (values.length - 1)) };
}

test("combining summaries gives the same as pooling the people", () => {
  const people = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(people, { minLength: 1, maxLength: 4 }), (groups) => {
      const summaries = groups.map(summarise);
      fc.pre(summaries.every(({ sd }) => sd > 1e-6));
      const [found, truth] = [combineGroups(summaries), summarise(groups.flat())];
      expect(found.n).toBe(truth.n);
      expect(found.mean).toBeCloseTo(truth.mean, 9);
      expect(found.sd).toBeCloseTo(truth.sd, 9);
    }),
  );
});

test("combining counts adds them", () => {
  expect(
    combineEvents([
      { events: 2, n: 10 },
      { events: 5, n: 12 },
    ]),
  ).toEqual({ events: 7, n: 22 });
});

test("the shares of a control group add up to it", () => {
  const share = splitControl({ n: 53, mean: 40, sd: 12 }, 2);
  expect(share).toEqual({ n: 26.5, mean: 40, sd: 12 });
  expect(splitControl({ n: 53, events: 7 }, 2)).toEqual({ n: 26.5, events: 3.5 });
});

test("nothing to combine and half a comparison are refused", () => {
  expect(() => combineGroups([])).toThrow("groups is none, must be at least one");
  expect(() => splitControl({ n: 10, events: 1 }, 1.5)).toThrow("comparisons is 1.5");
});
