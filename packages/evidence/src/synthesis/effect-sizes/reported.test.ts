import { expect, test } from "vitest";
import { reportedEstimate } from "./reported-estimate.ts";
import { sdFromInterval, sdFromStandardError } from "./spread.ts";

test("a printed standard error is taken as it stands", () => {
  expect(reportedEstimate({ estimate: -3, standardError: 2 })).toEqual({ effect: -3, variance: 4 });
});

test("a normal 95 % interval gives its width over 3.92", () => {
  // 2 x 1.959964 is 3.919928.
  expect(reportedEstimate({ estimate: 1, low: -0.959964, high: 2.959964 }).variance).toBeCloseTo(1, 6);
});

test("an interval on few degrees of freedom gives a smaller standard error than a normal one", () => {
  // t on 12 degrees of freedom: 2.178813.
  const { variance } = reportedEstimate({
    estimate: 0,
    low: -2.178813,
    high: 2.178813,
    reference: { degreesOfFreedom: 12 },
  });
  expect(Math.sqrt(variance)).toBeCloseTo(1, 6);
});

test("a p-value gives back the standard error it was computed from", () => {
  // Feder et al. 2021: difference 11.88, p = 0.004 on 28 degrees of freedom; t is 3.13 to 3.14, so the standard error is near 3.79.
  const { variance } = reportedEstimate({ estimate: -11.88, pValue: 0.004, reference: { degreesOfFreedom: 28 } });
  expect(Math.sqrt(variance)).toBeCloseTo(3.79, 2);
});

test("an interval that is not symmetric is refused, because it belongs to another scale", () => {
  expect(() => reportedEstimate({ estimate: 2.03, low: 0.67, high: 6.15 })).toThrow("take logarithms of ratios");
  const logs = reportedEstimate({ estimate: Math.log(2.03), low: Math.log(0.67), high: Math.log(6.15) });
  expect(Math.sqrt(logs.variance)).toBeCloseTo(0.5656, 4);
});

test("a p-value says nothing about an estimate of 0", () => {
  expect(() => reportedEstimate({ estimate: 0, pValue: 0.5 })).toThrow("estimate is 0, must be different from 0");
  expect(() => reportedEstimate({ estimate: 1, pValue: 1.2 })).toThrow("pValue is 1.2");
});

test("the standard deviation behind an interval is that of the Cochrane Handbook's example", () => {
  // Section 6.5.2.2: 25 people, interval 30.0 to 34.2, standard deviation 5 x 4.2 / 4.128 = 5.09.
  expect(sdFromInterval({ low: 30, high: 34.2 }, 25)).toBeCloseTo(5.09, 2);
});

test("the standard deviation behind a standard error is larger by the root of the people", () => {
  expect(sdFromStandardError(1.11, 10)).toBeCloseTo(3.51, 2);
  expect(() => sdFromStandardError(0, 10)).toThrow("standardError is 0, must be above 0");
});
