/**
 * A one-step method at work: prepare at a point, try steps from it, take the one that was good enough, look inside it.
 *
 * A stepper knows nothing of events or step-size policy. It allocates nothing after construction.
 */
export interface Stepper {
  readonly name: string;
  /** Power of the step size that the error estimate shrinks with. */
  readonly errorOrder: number;
  /** States at the end of the last attempt, length n. */
  readonly candidate: Float64Array;

  /**
   * Makes (t, y) the point that steps start from.
   *
   * @param continues true when this is the end of the last attempt and nothing has changed since, so that its last
   *   evaluation may be used again
   */
  prepare(t: number, y: Float64Array, continues: boolean): void;

  /**
   * Tries a step of length h > 0 from the prepared point; writes `candidate`.
   *
   * @returns estimated error in units of the tolerance; NaN when the step could not be computed
   */
  attempt(h: number): number;

  /** Writes the states at fraction x of the last attempt (0 start, 1 end) into `out`, by the method's own dense output. */
  interpolate(x: number, out: Float64Array): void;
}
