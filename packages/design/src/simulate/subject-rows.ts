import { drawIndex, drawSubject } from "@kinetamine/engine";
import { uniform } from "@kinetamine/numerics";
import type { RunPlan, SubjectRow } from "../run-types.ts";
import { type PreparedRun, prepareRun } from "./prepared-run.ts";
import { randomPurposes } from "./random-purposes.ts";

/**
 * The virtual patients of a plan, as they are simulated: drawn again from the same addresses, so no course need be solved.
 * @returns in order of number, from 0; only covariates that vary, the rest are settings of the model
 */
export function subjectRows(plan: RunPlan): readonly SubjectRow[] {
  const run = prepareRun(plan);
  return Array.from({ length: plan.subjectCount }, (_, subject) => subjectRow(run, subject));
}

function subjectRow(run: PreparedRun, subject: number): SubjectRow {
  const { plan, key, population } = run;
  const drawn = drawSubject(key, subject, population);
  const units = new Map(run.model.inputs.map(({ name, unit }) => [name, unit]));
  const covariates = Object.entries(drawn.covariates)
    .filter(([name]) => isPersonal(plan, name))
    .map(([name, value]) => [withUnit(name, units.get(name) ?? "1"), value]);
  const medicines = plan.population.concomitant.map((entry) => {
    const address = { subject, purpose: randomPurposes.concomitant, index: drawIndex(entry.class) };
    return [`CONMED_${entry.class}`, uniform(key, address) < entry.fraction ? 1 : 0];
  });
  return { subject, covariates: Object.fromEntries([...covariates, ...medicines]), etas: drawn.etas };
}

/** Weight, age, sex and baseline are always a person's own; the other covariates only where they vary. */
function isPersonal(plan: RunPlan, name: string): boolean {
  const isUsual = ["WT", "AGE", "SEXF", "BASE"].includes(name);
  return isUsual || plan.population.covariates[name]?.distribution !== "constant";
}

function withUnit(name: string, unit: string): string {
  const plain = unit.replace(/[{}]/g, "");
  return plain === "1" ? name : `${name}_${plain}`;
}
