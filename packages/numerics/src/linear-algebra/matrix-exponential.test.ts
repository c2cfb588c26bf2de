import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixExponential, multiplyMatrices } from "./matrix-exponential.ts";

function expectClose(found: Float64Array, expected: readonly number[], relative = 1e-14): void {
  const scale = Math.max(...expected.map(Math.abs));
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(found[i]! - value), `element ${i}`).toBeLessThanOrEqual(relative * scale);
  }
}

describe("matrixExponential", () => {
  it("of a defective matrix (Jordan block) is exp(a t) (1, t; 0, 1)", () => {
    for (const [a, t] of [
      [-2, 1],
      [0.5, 3],
      [-0.1, 50],
    ] as const) {
      const e = Math.exp(a * t);
      expectClose(matrixExponential(Float64Array.of(a * t, t, 0, a * t), 2), [e, t * e, 0, e]);
    }
  });

  it("of a nilpotent matrix is its finite series", () => {
    const a = Float64Array.of(0, 2, 3, 0, 0, 4, 0, 0, 0);
    expectClose(matrixExponential(a, 3), [1, 2, 3 + 4, 0, 1, 4, 0, 0, 1]);
  });

  it("of a skew matrix is a rotation, through many turns", () => {
    const w = 25;
    // The norm 25 needs 3 squarings, each of which may double the rounding error.
    expectClose(
      matrixExponential(Float64Array.of(0, -w, w, 0), 2),
      [Math.cos(w), -Math.sin(w), Math.sin(w), Math.cos(w)],
      1e-13,
    );
  });

  it("scales as soon as the norm leaves the approximant's range", () => {
    const w = 9;
    expectClose(
      matrixExponential(Float64Array.of(0, -w, w, 0), 2),
      [Math.cos(w), -Math.sin(w), Math.sin(w), Math.cos(w)],
      2e-14,
    );
  });

  it("of the matrix with eigenvalues -1 and -17 of Moler and Van Loan (1978, section 3) is its spectral form", () => {
    // Columns (1, 2) and (3, 4) are the eigenvectors.
    const [p, q] = [Math.exp(-1), Math.exp(-17)];
    const expected = [-2 * p + 3 * q, 1.5 * p - 1.5 * q, -4 * p + 4 * q, 3 * p - 2 * q];
    // 3 squarings of a matrix 40 times larger than its exponential lose about two digits.
    expectClose(matrixExponential(Float64Array.of(-49, 24, -64, 31), 2), expected, 1e-13);
  });

  it("keeps the total of a closed two-compartment system", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (k12, k21) => {
          const e = matrixExponential(Float64Array.of(-k12, k21, k12, -k21), 2);
          expect(e[0]! + e[2]!).toBeCloseTo(1, 12);
          expect(e[1]! + e[3]!).toBeCloseTo(1, 12);
          // Closed form: the share returned to the first compartment.
          const total = k12 + k21;
          const decay = total === 0 ? 0 : (-k12 * Math.expm1(-total)) / total;
          expect(e[2]).toBeCloseTo(decay, 12);
        },
      ),
    );
  });

  it("inverts when the sign changes", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }), (elements) => {
        const a = Float64Array.from(elements);
        const product = multiplyMatrices(
          matrixExponential(a, 3),
          matrixExponential(
            a.map((value) => -value),
            3,
          ),
        );
        // Norms up to e^3 on each side amplify rounding by at most e^6 = 400.
        expectClose(product, [1, 0, 0, 0, 1, 0, 0, 0, 1], 1e-12);
      }),
    );
  });

  it("refuses a wrong length and elements that are not finite", () => {
    expect(() => matrixExponential(Float64Array.of(1, 2), 2)).toThrow("E-SHAPE");
    expect(() => matrixExponential(Float64Array.of(Number.NaN), 1)).toThrow("E-NOT-FINITE");
    expect(() => multiplyMatrices(Float64Array.of(1, 2), Float64Array.of(1, 2))).toThrow("E-SHAPE");
  });
});
