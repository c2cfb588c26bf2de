import { type LeastSquares, leastSquares } from "./least-squares.ts";
import { at, type Matrix } from "./matrix.ts";

/** Effects, their sampling variances and the design they are regressed on. */
export interface WeightedProblem {
  readonly effects: Float64Array;
  readonly variances: Float64Array;
  /** k x p; a single column of ones for plain pooling. */
  readonly design: Matrix;
}

/** A weighted fit with independent effects, and what the weights were. */
export interface WeightedFit extends LeastSquares {
  readonly weights: Float64Array;
  /** Diagonal of the hat matrix. */
  readonly leverages: Float64Array;
}

/** Fits by weighted least squares with weights 1 / (variance + tau squared). */
export function fitAtTauSquared(problem: WeightedProblem, tauSquared: number): WeightedFit {
  return fitWithWeights(
    problem,
    problem.variances.map((variance) => 1 / (variance + tauSquared)),
  );
}

/** Fits by weighted least squares. */
export function fitWithWeights({ effects, design }: WeightedProblem, weights: Float64Array): WeightedFit {
  const { rows, columns } = design;
  const scaled: Matrix = { rows, columns, values: design.values.slice() };
  const response = effects.slice();
  for (let i = 0; i < rows; i++) {
    const root = Math.sqrt(weights[i]!);
    response[i]! *= root;
    for (let j = 0; j < columns; j++) scaled.values[i * columns + j]! *= root;
  }
  const fit = leastSquares(scaled, response);
  const leverages = Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += at(fit.basis, i, j) ** 2;
    return sum;
  });
  return { ...fit, weights, leverages };
}

/** The trace of P = W - W X (X'WX)^-1 X'W. */
export function traceOfP({ weights, leverages }: WeightedFit): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * (1 - leverages[i]!);
  return sum;
}

/**
 * The trace of P A P B for diagonal A and B, without forming the k x k matrix P.
 * With the basis Q of the weighted design, P = W^1/2 (I - Q Q') W^1/2.
 */
export function traceOfProduct(fit: WeightedFit, a: (i: number) => number, b: (i: number) => number): number {
  const { weights, leverages, basis } = fit;
  const p = basis.columns;
  let sum = 0;
  const left = new Float64Array(p * p);
  const right = new Float64Array(p * p);
  for (let i = 0; i < weights.length; i++) {
    const wa = weights[i]! * a(i);
    const wb = weights[i]! * b(i);
    sum += wa * wb * (1 - 2 * leverages[i]!);
    for (let r = 0; r < p; r++)
      for (let c = 0; c < p; c++) {
        const product = at(basis, i, r) * at(basis, i, c);
        left[r * p + c]! += wa * product;
        right[r * p + c]! += wb * product;
      }
  }
  for (let entry = 0; entry < p * p; entry++) sum += left[entry]! * right[entry]!;
  return sum;
}

/** The sum of squared residuals with the given power of the weights: power 1 is Q, power 2 is y'PPy. */
export function weightedResidualSum(fit: WeightedFit, power: 1 | 2): number {
  let sum = 0;
  // Whitened residuals already carry one factor of the weight.
  for (let i = 0; i < fit.weights.length; i++) sum += fit.residuals[i]! ** 2 * (power === 2 ? fit.weights[i]! : 1);
  return sum;
}
