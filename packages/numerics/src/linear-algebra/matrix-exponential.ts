import { NumericsError } from "../numerics-error.ts";
import { luFactor, luSolve } from "./lu.ts";

/** Product of two dense n x n row-major matrices. */
export function multiplyMatrices(a: Float64Array, b: Float64Array): Float64Array {
  const size = Math.sqrt(a.length);
  if (!Number.isInteger(size) || b.length !== a.length) {
    throw new NumericsError(
      "E-SHAPE",
      `Cannot multiply matrices of ${a.length} and ${b.length} values: two square matrices of one size needed`,
    );
  }
  const product = new Float64Array(a.length);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k]!;
      if (factor !== 0) for (let j = 0; j < size; j++) product[i * size + j]! += factor * b[k * size + j]!;
    }
  }
  return product;
}

/** Largest absolute column sum. */
function oneNorm(a: Float64Array, size: number): number {
  let largest = 0;
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += Math.abs(a[i * size + j]!);
    if (!(sum <= largest)) largest = sum;
  }
  return largest;
}

// Numerator coefficients of the (13, 13) Pade approximant, and the norm up to which it is accurate to double precision:
// Higham, SIAM J. Matrix Anal. Appl. 26 (2005) 1179-1193, doi:10.1137/04061101X, equation (2.3) and table 2.3.
const pade13 = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
];
const theta13 = 5.371920351148152;

/** sum of weights[i] * matrices[i], plus `diagonal` times the identity. */
function combine(size: number, diagonal: number, terms: readonly (readonly [number, Float64Array])[]): Float64Array {
  const sum = new Float64Array(size * size);
  for (const [weight, matrix] of terms) for (let i = 0; i < sum.length; i++) sum[i]! += weight * matrix[i]!;
  for (let i = 0; i < size; i++) sum[i * size + i]! += diagonal;
  return sum;
}

function padeApproximant(a: Float64Array, size: number): Float64Array {
  const b = pade13 as readonly number[] & { readonly [index: number]: number };
  const a2 = multiplyMatrices(a, a);
  const a4 = multiplyMatrices(a2, a2);
  const a6 = multiplyMatrices(a4, a2);
  const oddHigh = combine(size, 0, [
    [b[13]!, a6],
    [b[11]!, a4],
    [b[9]!, a2],
  ]);
  const odd = combine(size, b[1]!, [
    [1, multiplyMatrices(a6, oddHigh)],
    [b[7]!, a6],
    [b[5]!, a4],
    [b[3]!, a2],
  ]);
  const u = multiplyMatrices(a, odd);
  const evenHigh = combine(size, 0, [
    [b[12]!, a6],
    [b[10]!, a4],
    [b[8]!, a2],
  ]);
  const v = combine(size, b[0]!, [
    [1, multiplyMatrices(a6, evenHigh)],
    [b[6]!, a6],
    [b[4]!, a4],
    [b[2]!, a2],
  ]);
  return luSolve(
    luFactor(
      combine(size, 0, [
        [1, v],
        [-1, u],
      ]),
      size,
    ),
    combine(size, 0, [
      [1, v],
      [1, u],
    ]),
  );
}

/**
 * Exponential of a dense square matrix, by scaling and squaring with the (13, 13) Pade approximant
 * (Higham 2005, doi:10.1137/04061101X).
 *
 * Accurate to rounding for matrices of moderate norm; very non-normal matrices of large norm lose digits in the squarings.
 *
 * @param a n x n, row-major; not changed
 * @returns exp(A), n x n, row-major
 * @throws NumericsError `E-SHAPE`, or `E-NOT-FINITE` when an element is not a finite number
 */
export function matrixExponential(a: Float64Array, size: number): Float64Array {
  if (a.length !== size * size) {
    throw new NumericsError(
      "E-SHAPE",
      `Cannot take the exponential of ${a.length} values as a ${size} x ${size} matrix: ${size * size} needed`,
    );
  }
  const norm = oneNorm(a, size);
  if (!Number.isFinite(norm)) {
    throw new NumericsError(
      "E-NOT-FINITE",
      `Cannot take the exponential of a matrix of norm ${norm}: finite elements needed`,
    );
  }
  const squarings = norm > theta13 ? Math.ceil(Math.log2(norm / theta13)) : 0;
  let result = padeApproximant(
    a.map((value) => value * 2 ** -squarings),
    size,
  );
  for (let i = 0; i < squarings; i++) result = multiplyMatrices(result, result);
  return result;
}
