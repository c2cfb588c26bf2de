/** A number with its sampling variance: what every effect-size function returns. */
export interface Estimate {
  readonly effect: number;
  readonly variance: number;
}
