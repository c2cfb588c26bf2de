import type { PlannedRegimen, RunPlan } from "@kinetamine/design";
import { parseModel, printModel } from "@kinetamine/engine";
import { anxCore, dosesFor, typicalValues } from "@kinetamine/ketamine";
import { administrationOf } from "../data-files/subject-doses.ts";
import { tool } from "../tool.ts";

/** What a reader of the script has to know. */
export const rxode2Notes = [
  "the script simulates the typical patient of each regimen; amounts are in umol of each enantiomer",
  "for rxode2 5 or newer; written, not run, by this program",
] as const;

/**
 * An R script that simulates the typical patient of every regimen with the rxode2 package: the model's own text, the
 * values of all parameters and covariates, random effects zero, and the doses as this program gives them.
 */
export function rxode2Text(plan: RunPlan): string {
  const { sources, inputs } = anxCore();
  const values: Readonly<Record<string, number>> = { ...typicalValues(plan.parameters), ...plan.population.typical };
  const parameters = inputs.map(({ name, unit }) => ({ name, unit, value: values[name] ?? 0 })); // random effects: 0
  return [
    `# ${plan.scenario.id}, written by ${tool.name} ${tool.version} from model ${plan.model.id} ${plan.model.version}`,
    "# For research, teaching and trial design; not for diagnosing, treating or dosing an individual.",
    "library(rxode2)",
    "",
    "model <- rxode2({",
    indent(printModel(parseModel(sources))),
    "})",
    "",
    "parameters <- c(",
    parameters
      .map(({ name, value, unit }, index) => parameterLine({ name, value, unit }, index + 1 < parameters.length))
      .join("\n"),
    ")",
    "",
    `times <- c(${plan.times.join(", ")}) # [h] since study day 1, 09:00`,
    ...plan.regimens.flatMap((regimen) => regimenLines(plan, regimen)),
    "",
  ].join("\n");
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^(?=.)/gm, "  ");
}

function parameterLine(
  { name, value, unit }: { readonly name: string; readonly value: number; readonly unit: string },
  hasNext: boolean,
): string {
  return `  ${name} = ${value}${hasNext ? "," : ""} # [${unit}]`;
}

function regimenLines(plan: RunPlan, regimen: PlannedRegimen): readonly string[] {
  const weight = plan.population.typical.WT ?? Number.NaN;
  const doses = regimen.doses.flatMap((dose) => dosesFor(administrationOf(dose, weight)));
  const column = (name: string, values: readonly (number | string)[]) => `  ${name} = c(${values.join(", ")})`;
  const variable = regimen.id.replaceAll("-", "_");
  return [
    "",
    `# regimen ${regimen.id}: ${regimen.label}`,
    `doses_${variable} <- data.frame(`,
    [
      column(
        "time",
        doses.map((dose) => dose.time),
      ),
      column(
        "amt",
        doses.map((dose) => dose.amount),
      ),
      column(
        "dur",
        doses.map((dose) => dose.duration),
      ),
      column(
        "cmt",
        doses.map((dose) => `"${dose.compartment}"`),
      ),
    ].join(",\n"),
    ")",
    `events_${variable} <- et(amountUnits = "umol", timeUnits = "h")`,
    `for (i in seq_len(nrow(doses_${variable}))) {`,
    `  dose <- doses_${variable}[i, ]`,
    `  events_${variable} <- et(events_${variable}, time = dose$time, amt = dose$amt, dur = dose$dur, cmt = dose$cmt)`,
    "}",
    `course_${variable} <- rxSolve(model, parameters, et(events_${variable}, times), rtol = ${plan.tolerance.relative}, atol = ${plan.tolerance.relative})`,
  ];
}
