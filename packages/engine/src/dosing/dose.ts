/**
 * One administration into one compartment.
 *
 * The model's `f(compartment)` multiplies the amount of a bolus, or the rate of an infusion whose duration stays as given; it is
 * evaluated at the moment the dose starts to enter. The model's `alag(compartment)` delays the dose.
 */
export interface Dose {
  /** [h] */
  readonly time: number;
  /** Name of a state of the model. */
  readonly compartment: string;
  /** At least 0 [unit of that state]. */
  readonly amount: number;
  /** 0 for a bolus, else the time over which the amount enters at a constant rate [h]. */
  readonly duration: number;
  /** The time already includes the model's lag, which is then not added again. */
  readonly lagged?: true;
}
