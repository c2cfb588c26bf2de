/** How an integration ended. A failure is a value, so that one subject cannot stop a population. */
export type SolveStatus = "ok" | "max-steps" | "step-too-small" | "not-finite" | "bad-dose" | "no-steady-state";

/** What each status means, for people. */
export const statusMessages: Readonly<Record<SolveStatus, string>> = {
  ok: "Reached the last output time",
  "max-steps": "Cannot reach the last output time within maxSteps: raise maxSteps or loosen the tolerance",
  "step-too-small": "Cannot meet the tolerance: the step size fell below the resolution of time",
  "not-finite": "Cannot continue: a value became NaN or infinite",
  "bad-dose": "Cannot give a dose: its lag, bioavailability, duration or rate is negative or not finite",
  "no-steady-state": "Cannot find a steady state: repeated dosing does not come back to where it was",
};

/** Where and why an integration stopped. */
export interface SolveFailure {
  /** Last time reached [h]. */
  readonly time: number;
  /** State (or output, when only that failed) that stood in the way. */
  readonly state: string;
  readonly reason: string;
}

/** Size of the local error allowed per step; see `ErrorScale` for how the two parts combine. */
export interface Tolerance {
  /** As a fraction of each state, > 0. */
  readonly relative: number;
  /** As a fraction of each state's peak so far, plus as many units of the state, > 0. */
  readonly absolute: number;
}

/** Default of `solve`: six digits, down to a thousandth of each state's peak. */
export const defaultTolerance: Tolerance = { relative: 1e-6, absolute: 1e-9 };

/** What an integration produced. */
export interface Solution {
  readonly status: SolveStatus;
  /** Present unless the status is "ok". */
  readonly failure?: SolveFailure;
  /** Output times x outputs, row-major, each in its own unit; NaN from the failure on. */
  readonly outputs: Float64Array;
  /** Output times x states, row-major, when asked for with `keepStates`. */
  readonly states?: Float64Array;
  /** Accepted steps. */
  readonly steps: number;
  /** Attempted steps that were thrown away. */
  readonly rejected: number;
  /** Evaluations of the right-hand side. */
  readonly evaluations: number;
}
