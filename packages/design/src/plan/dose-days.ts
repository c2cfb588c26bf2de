import type { Schedule } from "../scenario/dose-schema.ts";

/**
 * Study days of a schedule.
 * @param schedule listed days, or so many weeks with days counted from the first: day of week 1 is that of the first day
 * @returns study days, increasing, first day of the study is 1
 */
export function doseDays(schedule: Schedule): readonly number[] {
  if (schedule.days !== undefined) return schedule.days;
  const { weeks = 0, first_day: firstDay = 1, days_of_week: daysOfWeek = [] } = schedule;
  return Array.from({ length: weeks }, (_, week) => daysOfWeek.map((day) => firstDay + 7 * week + day - 1)).flat();
}
