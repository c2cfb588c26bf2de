import { SimulationError, type SimulationErrorCode } from "../simulation-error.ts";

/** Refuses an amount, duration or lag that is negative or not finite. */
export function requireNonNegative(value: number, path: string, code: SimulationErrorCode): void {
  if (value >= 0 && Number.isFinite(value)) return;
  throw new SimulationError(
    code,
    path,
    `Cannot give a dose with the value ${value}: a finite number of at least 0 needed`,
  );
}
