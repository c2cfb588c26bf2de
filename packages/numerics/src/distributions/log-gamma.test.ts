import { expect, test } from "vitest";
import { logGammaOracle } from "./exact-values.contract.ts";
import { logGamma, logGammaOnePlus, logGammaRise } from "./log-gamma.ts";

test("log gamma has its true value from 1e-300 to 1e300, also beside its zeros at 1 and 2", () => {
  logGammaOracle.x.forEach((x, i) => {
    const wanted = logGammaOracle.value[i]!;
    expect(Math.abs(logGamma(x) - wanted) / Math.abs(wanted), `log gamma of ${x}`).toBeLessThan(
      logGammaOracle.relative,
    );
  });
  expect(logGamma(1)).toBe(0);
  expect(logGamma(2)).toBe(0);
});

test("the rise of log gamma over a step of 1 is the logarithm of the start, because Gamma(b + 1) = b Gamma(b)", () => {
  // 1e-14 relative, plus what a logarithm near 0 can lose at b near 1.
  for (const b of [0.2, 1.7, 9.5, 40, 1e6]) expect(logGammaRise(1, b)).toBeCloseTo(Math.log(b), 13);
});

test("the rise over a small step above 1 is log gamma of 1 plus that step", () => {
  // The absolute error of the rise is near 1e-18, so 1e-13 relative at a step of 1e-3.
  expect(logGammaRise(1e-3, 1) / logGammaOnePlus(1e-3)).toBeCloseTo(1, 12);
});

test("log gamma refuses what is not above 0", () => {
  for (const x of [0, -1.5, Number.NaN]) expect(() => logGamma(x)).toThrow("E-PARAMETER");
});
