import { SimulationError } from "../simulation-error.ts";
import type { Dose } from "./dose.ts";

/** A plan of administrations: doses in order of time. Regimens are values; combining them changes none of them. */
export type Regimen = readonly Dose[];

/**
 * The same dose `count` times, `interval` apart, the first at the dose's own time.
 *
 * Times are computed as time + k interval, so a long series does not drift.
 *
 * @param repetition `interval` [h]
 * @throws SimulationError `E-REPEAT` unless count is a whole number of at least 1 and interval is positive
 */
export function repeatDose(dose: Dose, repetition: { readonly count: number; readonly interval: number }): Regimen {
  const { count, interval } = repetition;
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new SimulationError(
      "E-REPEAT",
      "count",
      `Cannot repeat a dose ${count} times: a whole number of at least 1 needed`,
    );
  }
  if (!(interval > 0 && Number.isFinite(interval))) {
    throw new SimulationError(
      "E-REPEAT",
      "interval",
      `Cannot repeat a dose every ${interval} h: a positive number needed`,
    );
  }
  return Array.from({ length: count }, (_, k) => ({ ...dose, time: dose.time + k * interval }));
}

/** Several regimens as one, in order of time; doses at one time keep the order in which they were given here. */
export function combineRegimens(...regimens: readonly Regimen[]): Regimen {
  return regimens.flat().sort((a, b) => a.time - b.time);
}
