/** Doses and their schedules, as written in a scenario. */
import { z } from "zod";
import { notSupported, problem, quantityField, regimenId, textField } from "./fields.ts";

const lastDay = 730;
const studyDay = z.int().min(1).max(lastDay);

function isIncreasing(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
}

/** Either listed study days, or so many a week for so many weeks on stated days counted from the first. */
const scheduleSchema = z
  .strictObject({
    days: z.array(studyDay).min(1).max(200).optional(),
    per_week: z.int().min(1).max(7).optional(),
    weeks: z.int().min(1).max(104).optional(),
    first_day: studyDay.optional(),
    days_of_week: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  })
  .meta({
    description:
      "Study days (first is 1), or per_week with weeks, first_day and days_of_week, where day of week 1 is that of first_day",
    oneOf: [{ required: ["days"] }, { required: ["per_week", "weeks", "first_day", "days_of_week"] }],
  })
  .superRefine((schedule, context) => {
    const weekly = [schedule.per_week, schedule.weeks, schedule.first_day, schedule.days_of_week];
    const given = weekly.filter((entry) => entry !== undefined).length;
    const either = "must give either days, or per_week with weeks, first_day and days_of_week";
    if (schedule.days === undefined ? given < 4 : given > 0) {
      context.addIssue(problem("inconsistent", [], either, schedule));
    }
    for (const key of ["days", "days_of_week"] as const) {
      const days = schedule[key];
      if (days !== undefined && !isIncreasing(days)) {
        context.addIssue(problem("inconsistent", [key], `must increase, found ${days.join(", ")}`, days));
      }
    }
    const { per_week: perWeek, days_of_week: daysOfWeek } = schedule;
    if (perWeek !== undefined && daysOfWeek !== undefined && daysOfWeek.length !== perWeek) {
      const message = `must list per_week = ${perWeek} days, found ${daysOfWeek.length}`;
      context.addIssue(problem("inconsistent", ["days_of_week"], message, daysOfWeek));
    }
  });

const common = {
  drug: z
    .enum(["ketamine", "esketamine"])
    .meta({ description: "ketamine is the racemate; esketamine is another drug" }),
  expressed_as: z.enum(["base", "hydrochloride"]).meta({ description: "What the milligrams are milligrams of" }),
  schedule: scheduleSchema,
  hold_if: notSupported("rules that hold a dose"),
};

const intravenousDose = z
  .strictObject({
    ...common,
    route: z.literal("iv"),
    dose: quantityField({ units: ["mg/kg", "mg"], example: "0.5 mg/kg" }),
    weight_basis: z
      .enum(["actual", "ideal", "adjusted"])
      .optional()
      .superRefine((basis, context) => {
        if (basis === "ideal" || basis === "adjusted") {
          const message = "is not supported in this version: only the actual weight is modelled";
          context.addIssue(problem("not-supported", [], message, basis));
        }
      }),
    infusion: quantityField({ units: ["min", "h"], example: "40 min" }),
  })
  .superRefine((entry, context) => {
    const perWeight = entry.dose.unit === "mg/kg";
    if (perWeight && entry.weight_basis === undefined) {
      const message = "is missing: a dose in mg/kg needs weight_basis, e.g. actual";
      context.addIssue(problem("missing", ["weight_basis"], message, undefined));
    }
    if (!perWeight && entry.weight_basis !== undefined) {
      const message = "has no meaning for a dose in mg; remove it or give the dose in mg/kg";
      context.addIssue(problem("inconsistent", ["weight_basis"], message, entry.weight_basis));
    }
  });

const intranasalDose = z.strictObject({
  ...common,
  route: z.literal("intranasal"),
  device: z
    .strictObject({
      strength: quantityField({ units: ["mg"], example: "28 mg" }),
      count: z.int().min(1).max(10),
      gap: quantityField({ units: ["min"], example: "5 min", zeroAllowed: true }),
    })
    .meta({ description: "Nasal devices of one session: content of each, how many, wait between them" }),
});

/** One kind of dose with the days on which it is given. */
export const doseSchema = z.discriminatedUnion("route", [intravenousDose, intranasalDose]);

/** A dose entry as read: quantities with their units, nothing expanded yet. */
export type DoseEntry = z.output<typeof doseSchema>;

/** A schedule as read. */
export type Schedule = z.output<typeof scheduleSchema>;

/** Regimens under comparison, each with an id of its own. */
export const regimensSchema = z
  .array(
    z.strictObject({
      id: regimenId,
      label: textField(120),
      doses: z.array(doseSchema).min(1).max(50),
    }),
  )
  .min(1)
  .max(4)
  .superRefine((regimens, context) => {
    regimens.forEach(({ id }, index) => {
      if (regimens.findIndex((other) => other.id === id) < index) {
        context.addIssue(problem("inconsistent", [index, "id"], `is used by another regimen: ${id}`, id));
      }
    });
  });
