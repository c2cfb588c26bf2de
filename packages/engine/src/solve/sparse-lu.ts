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
  /** L, and U with each row divided by its pivot. */
  private readonly factors: Float64Array;
  /** By row of the matrix. */
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
    const factors = this.factors;
    const { firstPivot, fromJacobian, size } = this.plan;
    factors.fill(0);
    for (let p = 0; p < fromJacobian.length; p++) factors[fromJacobian[p]!] = -jacobian[p]!;
    for (let place = firstPivot; place < firstPivot + size; place++) factors[place]! += shift;
    return this.eliminate(smallestPivotRatio * shift);
  }

  private eliminate(smallestPivot: number): boolean {
    const factors = this.factors;
    const { size, order, firstPivot, upperStart, upperEnd, lowerStart, target } = this.plan;
    let next = 0;
    for (let s = 0; s < size; s++) {
      const pivot = factors[firstPivot + s]!;
      if (!(Math.abs(pivot) > smallestPivot && Math.abs(pivot) < Number.MAX_VALUE)) return false;
      const inverse = 1 / pivot;
      this.inversePivot[order[s]!] = inverse;
      const from = upperStart[s]!;
      const to = upperEnd[s]!;
      for (let l = lowerStart[s]!; l < lowerStart[s + 1]!; l++) {
        const factor = factors[l]! * inverse;
        factors[l] = factor;
        for (let u = from; u < to; u++) factors[target[next++]!]! -= factor * factors[u]!;
      }
      for (let u = from; u < to; u++) factors[u]! *= inverse;
    }
    return true;
  }

  /** Replaces `x` by the solution of W z = x. */
  solve(x: Float64Array): void {
    const { factors, inversePivot } = this;
    const { column, entries, firstPivot, row, size } = this.plan;
    for (let l = firstPivot + size; l < entries; l++) x[row[l]!]! -= factors[l]! * x[column[l]!]!;
    for (let i = 0; i < size; i++) x[i]! *= inversePivot[i]!;
    for (let u = 0; u < firstPivot; u++) x[row[u]!]! -= factors[u]! * x[column[u]!]!;
  }
}
