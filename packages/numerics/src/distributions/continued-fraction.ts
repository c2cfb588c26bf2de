import { NumericsError } from "../numerics-error.ts";

/** Keeps Lentz's recurrences away from division by zero. */
const TINY = 1e-300;
const TERMS = 200_000;

/**
 * b0 + a1 / (b1 + a2 / (b2 + ...)) to full precision.
 * @param first b0
 * @param term gives a_n and b_n for n = 1, 2, ...
 * @throws NumericsError `E-NO-CONVERGENCE` after 200 000 terms
 * Source: modified Lentz algorithm, Thompson & Barnett 1986, J Comput Phys 64:490-509.
 */
export function continuedFraction(first: number, term: (n: number) => readonly [number, number]): number {
  let value = first === 0 ? TINY : first;
  let c = value;
  let d = 0;
  for (let n = 1; n < TERMS; n++) {
    const [a, b] = term(n);
    d = b + a * d;
    if (d === 0) d = TINY;
    c = b + a / c;
    if (c === 0) c = TINY;
    d = 1 / d;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 3e-16) return value;
  }
  throw new NumericsError(
    "E-NO-CONVERGENCE",
    `Cannot evaluate a continued fraction: no convergence in ${TERMS} terms, its parameters are too large`,
  );
}
