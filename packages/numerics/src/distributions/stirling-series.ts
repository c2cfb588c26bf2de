/** B(2k) / (2k (2k - 1)) for k = 1, 2, ...: coefficients of Stirling's series (Abramowitz & Stegun 1964, 6.1.41). */
const STIRLING: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];

/** Stirling's series without its leading terms, for n >= 10 where nine terms reach full precision. */
export function stirlingSeries(n: number): number {
  const square = 1 / (n * n);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * square + STIRLING[k]!;
  return sum / n;
}
