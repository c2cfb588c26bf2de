import { NumericsError } from "../numerics-error.ts";

/** Refuses a parameter that is not a finite number above zero. */
export function requirePositive(value: number, what: string): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new NumericsError(
      "E-PARAMETER",
      `Cannot build the distribution: ${what} is ${value}, must be a finite number above 0`,
    );
}

/** Refuses a probability outside [0, 1]. */
export function requireProbability(value: number, what = "the probability"): void {
  if (!(value >= 0 && value <= 1))
    throw new NumericsError("E-PROBABILITY", `Cannot use ${what} ${value}: it must be a number from 0 to 1`);
}

/** Refuses an argument that is not a number, which would otherwise travel on as NaN. */
export function requireNumber(value: number): void {
  if (Number.isNaN(value))
    throw new NumericsError("E-NOT-A-NUMBER", "Cannot evaluate the distribution at NaN: a number is needed");
}
