/** Numerics: mathematics without pharmacology. Everything a caller may rely on is listed here. */

export { betaDistribution } from "./distributions/beta.ts";
export { binomial } from "./distributions/binomial.ts";
export { chiSquared } from "./distributions/chi-squared.ts";
export type { Distribution } from "./distributions/distribution.ts";
export { fDistribution } from "./distributions/f.ts";
export { gammaDistribution } from "./distributions/gamma.ts";
export { logGamma, logGammaRise } from "./distributions/log-gamma.ts";
export { studentT } from "./distributions/student-t.ts";
export { elementaryCoefficients } from "./elementary/coefficients.ts";
export { exp } from "./elementary/exp.ts";
export { log, log10 } from "./elementary/log.ts";
export { pow } from "./elementary/pow.ts";
export { cholesky } from "./linear-algebra/cholesky.ts";
export { type LuFactors, luFactor, luSolve } from "./linear-algebra/lu.ts";
export { matrixExponential, multiplyMatrices } from "./linear-algebra/matrix-exponential.ts";
export { type Minimum, type NelderMeadOptions, nelderMead } from "./minimise.ts";
export { normalCdf, normalQuantile } from "./normal.ts";
export { NumericsError } from "./numerics-error.ts";
export { makeKey, philox, type RandomAddress, type RandomKey, standardNormal, uniform } from "./rng.ts";
export { type BrentOptions, brent } from "./roots.ts";
export { compensatedSum, mean, quantile, quantileSorted, standardDeviation, variance } from "./summary.ts";
