import { expect, test } from "vitest";
import { binomial } from "./binomial.ts";
import { agreesWithExactValues, rCases } from "./exact-values.contract.ts";

agreesWithExactValues("binomial", binomial);

test("quantiles are the counts R gives", () => {
  for (const { parameters, probability, quantile, upperQuantile } of rCases("binomial")) {
    const distribution = binomial(parameters as { trials: number; probability: number });
    expect(probability.map(distribution.quantile)).toEqual(quantile);
    expect(probability.map(distribution.upperQuantile)).toEqual(upperQuantile);
  }
});

test("a fair coin thrown twice", () => {
  const coin = binomial({ trials: 2, probability: 0.5 });
  [0.25, 0.5, 0.25].forEach((mass, heads) => {
    expect(coin.density(heads)).toBeCloseTo(mass, 15);
  });
  expect(coin.density(0.5)).toBe(0);
  expect(coin.cdf(1.9)).toBeCloseTo(0.75, 15);
});

test("impossible and certain successes leave no doubt", () => {
  expect(binomial({ trials: 4, probability: 0 }).density(0)).toBe(1);
  expect(binomial({ trials: 4, probability: 1 }).density(4)).toBe(1);
  expect(binomial({ trials: 0, probability: 0.3 }).cdf(0)).toBe(1);
});

test("it refuses half a trial and a probability above 1", () => {
  expect(() => binomial({ trials: 1.5, probability: 0.5 })).toThrow("E-PARAMETER");
  expect(() => binomial({ trials: 2, probability: 1.5 })).toThrow("E-PROBABILITY");
});
