/**
 * Coefficients of an explicit Runge-Kutta method of s stages with an embedded error estimate and dense output.
 *
 * Stage i is k[i] = f(t + c[i] h, y + h sum_j a[i][j] k[j]); the step is y + h sum_i b[i] k[i].
 */
export interface ExplicitTableau {
  readonly name: string;
  readonly order: number;
  /** Order of the error estimate's method plus one: the power of h that the estimate shrinks with. */
  readonly errorOrder: number;
  /** Order of the dense output. */
  readonly denseOrder: number;
  readonly c: readonly number[];
  /** Row i has i entries. The last row equals b: the last stage is the first of the next step. */
  readonly a: readonly (readonly number[])[];
  readonly b: readonly number[];
  /** b minus the embedded weights. */
  readonly error: readonly number[];
  /** Weight of stage i at fraction x of the step: dense[i][0] x + dense[i][1] x^2 + ... */
  readonly dense: readonly (readonly number[])[];
  readonly source: string;
}

/**
 * Coefficients of a Rosenbrock-Wanner method of s stages, in the transformed form that needs no matrix-vector product
 * (Hairer and Wanner, Solving Ordinary Differential Equations II, 2nd ed., section IV.7, equations 7.25).
 *
 * With W = I / (gamma h) - J, stage i solves W k[i] = f(t + c[i] h, u[i]) + (1/h) sum_j C[i][j] k[j] + d[i] h df/dt,
 * u[i] = y + sum_j a[i][j] k[j]. The step is u[s] + k[s], and its error estimate is k[s].
 */
export interface RosenbrockTableau {
  readonly name: string;
  readonly order: number;
  /** Power of h that the error estimate shrinks with. */
  readonly errorOrder: number;
  /** Order of the dense output. */
  readonly denseOrder: number;
  readonly gamma: number;
  readonly c: readonly number[];
  readonly d: readonly number[];
  /** Row i has i entries. */
  readonly a: readonly (readonly number[])[];
  readonly C: readonly (readonly number[])[];
  /**
   * Dense output at fraction x of the step: (1 - x) y0 + x (y1 + (1 - x) (p0 + x (p1 + x p2))) with p[l] = sum_i dense[l][i] k[i].
   */
  readonly dense: readonly (readonly number[])[];
  readonly source: string;
}
