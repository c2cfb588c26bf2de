import type { EliminationPlan } from "./elimination-plan.ts";

// A pivot that elimination has shrunk by this factor has lost as many digits; a smaller step restores the diagonal.
const smallestPivotRatio = 1e-9;

/**
 * Factors of W = shift I - J for a sparse Jacobian J, without row exchanges.
 *
 * Safe for the W of a stiff solver: as the step shrinks, `shift` grows and W becomes diagonally dominant. Allocates nothing
 * after construction.
 */
export class SparseLu {
  private readonly plan: EliminationPlan;
  private readonly factors: Float64Array;
  private readonly inversePivot: Float64Array;

  constructor(plan: EliminationPlan) {
    this.plan = plan;
    this.factors = new Float64Array(plan.entries);
    this.inversePivot = new Float64Array(plan.size);
  }

  /**
   * Factorises shift I - J.
   *
   * @param jacobian values of J in pattern order
   * @returns false when a pivot is not finite or too small to be trusted; the factors are then unusable
   */
  factorise(jacobian: Float64Array, shift: number): boolean {
    const { factors, plan } = this;
    factors.fill(0);
    for (let p = 0; p < jacobian.length; p++) factors[plan.fromJacobian[p]!] = -jacobian[p]!;
    for (let s = 0; s < plan.size; s++) factors[plan.pivot[s]!]! += shift;
    return this.eliminate(shift);
  }

  private eliminate(shift: number): boolean {
    const { factors, inversePivot } = this;
    const { size, pivot, upperStart, lowerStart, lowerEnd, target } = this.plan;
    let next = 0;
    for (let s = 0; s < size; s++) {
      const value = factors[pivot[s]!]!;
      if (!(Math.abs(value) > smallestPivotRatio * shift && Math.abs(value) < Number.MAX_VALUE)) return false;
      const inverse = 1 / value;
      inversePivot[s] = inverse;
      const upperFrom = upperStart[s]!;
      const upperTo = lowerStart[s]!;
      for (let l = upperTo; l < lowerEnd[s]!; l++) {
        const factor = factors[l]! * inverse;
        factors[l] = factor;
        for (let u = upperFrom; u < upperTo; u++) factors[target[next++]!]! -= factor * factors[u]!;
      }
    }
    return true;
  }

  /** Replaces `x` by the solution of W z = x. */
  solve(x: Float64Array): void {
    const { factors, inversePivot } = this;
    const { size, order, upperStart, lowerStart, lowerEnd, index } = this.plan;
    for (let s = 0; s < size; s++) {
      const value = x[order[s]!]!;
      for (let l = lowerStart[s]!; l < lowerEnd[s]!; l++) x[index[l]!]! -= factors[l]! * value;
    }
    for (let s = size - 1; s >= 0; s--) {
      let sum = x[order[s]!]!;
      for (let u = upperStart[s]!; u < lowerStart[s]!; u++) sum -= factors[u]! * x[index[u]!]!;
      x[order[s]!] = sum * inversePivot[s]!;
    }
  }
}
