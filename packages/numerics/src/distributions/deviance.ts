/** log(1 + y) - y without cancellation near 0, for y above -1. */
function log1pMinus(y: number): number {
  if (y < -0.5 || y > 1) return Math.log1p(y) - y;
  // With r = y / (2 + y): log(1 + y) = 2 atanh(r) and y - 2r = y r, so only the cubic and higher terms of atanh remain.
  const r = y / (2 + y);
  const square = r * r;
  let power = 1;
  let sum = 0;
  for (let k = 3; power > 1e-18; k += 2) {
    sum += power / k;
    power *= square;
  }
  return 2 * r * square * sum - y * r;
}

/**
 * The Poisson deviance part x log(x / m) + m - x, always >= 0 and free of cancellation when x is close to m.
 * @param x above 0
 * @param m above 0
 * Source: Loader 2000, section 3 (there called bd0).
 */
export function poissonDeviance(x: number, m: number): number {
  const y = (m - x) / x;
  return y > -0.5 && Number.isFinite(y) ? -x * log1pMinus(y) : x * (Math.log(x) - Math.log(m)) + m - x;
}
