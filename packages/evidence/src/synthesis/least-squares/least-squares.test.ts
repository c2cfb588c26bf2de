import fc from "fast-check";
import { expect, test } from "vitest";
import { leastSquares } from "./least-squares.ts";
import { at, columnOf, dot, matrixFromRows, multiply, transpose } from "./matrix.ts";
import { logDeterminantOf, lowerFactor, solveSymmetric } from "./solve-symmetric.ts";
import { inverseSquareRoot, symmetricEigen } from "./symmetric-eigen.ts";

/** Hundredths, because floating-point generators prefer tiny numbers, which make singular matrices. */
const entry = fc.integer({ min: -500, max: 500 }).map((value) => value / 100);

test("a line through points on a line is that line", () => {
  const design = matrixFromRows([0, 1, 2, 5].map((x) => [1, x]));
  const fit = leastSquares(design, Float64Array.of(3, 5, 7, 13));
  expect(fit.coefficients[0]).toBeCloseTo(3, 13);
  expect(fit.coefficients[1]).toBeCloseTo(2, 13);
  expect(fit.residualSum).toBeLessThan(1e-26);
});

test("residuals are orthogonal to every column, and (X'X)^-1 undoes X'X", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(entry, entry), { minLength: 6, maxLength: 9 }), (rows) => {
      const design = matrixFromRows(rows.map(([x], i) => [1, i + x / 20, Math.cos(2 * i)]));
      const gram = multiply(transpose(design), design);
      const fit = leastSquares(
        design,
        Float64Array.from(rows, ([, y]) => y),
      );
      for (let j = 0; j < 3; j++) expect(dot(columnOf(design, j), fit.residuals)).toBeCloseTo(0, 10);
      const identity = multiply(fit.covariance, gram);
      for (let i = 0; i < 3; i++)
        for (let j = 0; j < 3; j++) expect(at(identity, i, j)).toBeCloseTo(i === j ? 1 : 0, 8);
      expect(fit.logDeterminant).toBeCloseTo(logDeterminantOf(lowerFactor(gram)), 8);
    }),
  );
});

test("calendar years keep their digits, which the normal equations would lose", () => {
  // Exact line on years with an offset whose square has 13 digits.
  const years = [1933, 1935, 1941, 1950, 1968, 1977];
  const fit = leastSquares(
    matrixFromRows(years.map((year) => [1, year])),
    Float64Array.from(years, (year) => 0.25 + 0.001 * year),
  );
  expect(fit.coefficients[1]).toBeCloseTo(0.001, 15);
  expect(fit.coefficients[0]).toBeCloseTo(0.25, 11);
});

test("a column that depends on the others is refused", () => {
  const design = matrixFromRows([1, 2, 3, 4].map((x) => [1, x, 2 * x + 1]));
  expect(() => leastSquares(design, Float64Array.of(1, 2, 3, 4))).toThrow("column 3 of the design");
});

test("eigenvectors reproduce their matrix, and the inverse square root its inverse", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(entry, entry, entry), { minLength: 5, maxLength: 8 }), (rows) => {
      const gram = multiply(transpose(matrixFromRows(rows)), matrixFromRows(rows));
      const { values, vectors } = symmetricEigen(gram);
      const scaled = { ...vectors, values: vectors.values.map((value, index) => value * values[index % 3]!) };
      const rebuilt = multiply(scaled, transpose(vectors));
      for (let i = 0; i < 9; i++) expect(rebuilt.values[i]).toBeCloseTo(gram.values[i]!, 9);
      fc.pre(Math.min(...values) > 1e-2);
      const root = inverseSquareRoot(gram);
      const identity = multiply(multiply(root, gram), root);
      for (let i = 0; i < 3; i++)
        for (let j = 0; j < 3; j++) expect(at(identity, i, j)).toBeCloseTo(i === j ? 1 : 0, 8);
    }),
  );
});

test("a singular matrix has a square root of its generalised inverse", () => {
  // The projection on (1, 1): its own inverse and its own root.
  const projection = matrixFromRows([
    [0.5, 0.5],
    [0.5, 0.5],
  ]);
  inverseSquareRoot(projection).values.forEach((value, i) => {
    expect(value).toBeCloseTo(projection.values[i]!, 14);
  });
});

test("solving a symmetric system gives back what was multiplied", () => {
  const a = matrixFromRows([
    [4, 1, 0.5],
    [1, 3, -1],
    [0.5, -1, 2],
  ]);
  const x = solveSymmetric(a, Float64Array.of(4 + 2 + 1.5, 1 + 6 - 3, 0.5 - 2 + 6));
  [1, 2, 3].forEach((value, i) => {
    expect(x[i]).toBeCloseTo(value, 13);
  });
});
