/** When outputs are recorded: densely around sessions, sparsely between them, the same times for every regimen. */
import type { PlannedRegimen } from "../run-types.ts";

const minute = 60;
const hour = 3600;
const day = 86_400;

/** Every 5 min to 2 h (or an hour past a long infusion), 15 min to `dense_hours`, 1 h to 24 h, and every 6 h throughout. */
const spacing = { first: 5 * minute, second: 15 * minute, third: hour, background: 6 * hour } as const;

/** What the grid must cover. */
export interface Horizon {
  /** End of observation [s]. */
  readonly until_s: number;
  /** End of the quarter-hourly part after each session starts [h]. */
  readonly denseHours: number;
}

/**
 * Recording times of a run.
 *
 * Times are counted in whole seconds, so that a time shared by two sessions is recorded once. Starts and ends of infusions
 * are always among them; a peak between two times is missed by less than their distance allows.
 * @returns increasing times from study day 1, 09:00, first 0 and last `until` [h]
 */
export function outputTimes(regimens: readonly PlannedRegimen[], horizon: Horizon): readonly number[] {
  const seconds = new Set<number>([horizon.until_s]);
  for (let time = 0; time <= horizon.until_s; time += spacing.background) seconds.add(time);
  for (const regimen of regimens) {
    for (const dose of regimen.doses) {
      const length = Math.round(dose.duration_h * hour);
      for (const offset of sessionOffsets(length, horizon.denseHours)) {
        seconds.add(Math.round(dose.time_h * hour) + offset);
      }
    }
  }
  return [...seconds]
    .filter((time) => time <= horizon.until_s)
    .sort((a, b) => a - b)
    .map((time) => time / hour);
}

/** Times after the start of a session [s]. */
function sessionOffsets(infusion_s: number, denseHours: number): readonly number[] {
  const finest = Math.max(2 * hour, infusion_s + hour);
  return [
    ...every(spacing.first, finest),
    infusion_s,
    ...every(spacing.second, Math.max(denseHours * hour, finest)),
    ...every(spacing.third, day),
  ];
}

function every(step: number, last: number): readonly number[] {
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}
