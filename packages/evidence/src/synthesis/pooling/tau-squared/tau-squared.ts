/** An estimate of the between-study variance. */
export interface TauSquared {
  /** [unit of the effect, squared], never below 0 */
  readonly estimate: number;
  /** Large-sample standard error; poor with few studies, prefer the Q-profile interval. */
  readonly standardError: number;
}
