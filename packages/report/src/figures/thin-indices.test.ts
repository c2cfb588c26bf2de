import fc from "fast-check";
import { expect, it } from "vitest";
import { thinIndices } from "./thin-indices.ts";

function chordError(kept: readonly number[], times: readonly number[], values: readonly number[]): number {
  return Math.max(
    ...times.map((time, index) => {
      const right = kept.find((candidate) => candidate >= index)!;
      const left = kept.findLast((candidate) => candidate <= index)!;
      const share = right === left ? 0 : (time - times[left]!) / (times[right]! - times[left]!);
      return Math.abs(values[index]! - (values[left]! + share * (values[right]! - values[left]!)));
    }),
  );
}

it("draws straight lines that miss no value of any series by more than the tolerance", () => {
  const value = fc.double({ min: -100, max: 100, noNaN: true });
  const gap = fc.double({ min: 0.01, max: 50, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(gap, value, value), { minLength: 3, maxLength: 60 }), (points) => {
      let now = 0;
      const times = points.map(([step]) => (now += step));
      const series = [points.map(([, a]) => a), points.map(([, , b]) => b)];
      const kept = thinIndices([...times.keys()], { times, series, tolerance: 0.02 });
      const widest = Math.max(...series.map((values) => Math.max(...values) - Math.min(...values)));
      expect(kept[0]).toBe(0);
      expect(kept.at(-1)).toBe(times.length - 1);
      for (const values of series) expect(chordError(kept, times, values)).toBeLessThanOrEqual(0.02 * widest + 1e-9);
    }),
  );
});

it("keeps the two ends alone of a straight line", () => {
  const times = Array.from({ length: 100 }, (_, index) => index);
  expect(thinIndices([...times.keys()], { times, series: [times.map((time) => 3 * time)], tolerance: 0.002 })).toEqual([
    0, 99,
  ]);
});

it("leaves short courses and courses without numbers as they are", () => {
  expect(thinIndices([4, 7], { times: [], series: [], tolerance: 0 })).toEqual([4, 7]);
  expect(
    thinIndices([0, 1, 2], { times: [0, 1, 2], series: [[Number.NaN, Number.NaN, Number.NaN]], tolerance: 0.1 }),
  ).toEqual([0, 2]);
});
