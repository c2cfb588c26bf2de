/** Why a scenario that was read cannot be planned. */
import { limitAge, limitDose, type PlanProblem } from "../limits/hard-limits.ts";
import type { PlannedPopulation } from "../run-types.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import { type ExpandedDose, referenceWeight } from "./expand-regimen.ts";
import { lowestOf } from "./plan-population.ts";

/**
 * Doses and populations this program does not simulate, each entry told once.
 * @param plan what was resolved so far
 * @param options whether doses beyond the studied range were asked for
 */
export function limitProblems(
  plan: {
    readonly scenario: Scenario;
    readonly population: PlannedPopulation;
    readonly regimens: readonly (readonly ExpandedDose[])[];
  },
  options: { readonly beyondStudiedRange: boolean },
): readonly PlanProblem[] {
  const { WT, AGE } = plan.population.covariates;
  if (WT === undefined || AGE === undefined) throw new Error("cannot check limits: the model has no weight or age");
  const age = limitAge(lowestOf(AGE), ["population", "covariates", "AGE"]);
  const doses = plan.scenario.regimens.flatMap((regimen, index) =>
    regimen.doses.flatMap((entry, position) => {
      const path = ["regimens", index, "doses", position, entry.route === "iv" ? "dose" : "device"];
      const dose = plan.regimens[index]?.find((expanded) => expanded.entry === position)?.dose;
      if (dose === undefined) return [];
      const perKilogram = dose.dose.unit === "mg/kg";
      const value = perKilogram ? dose.amount_mg_70kg / referenceWeight : dose.amount_mg_70kg;
      const hard = limitDose({ route: dose.route, base: { value, unit: dose.dose.unit }, path }, lowestOf(WT));
      if (hard.length > 0 || !dose.isBeyondStudied) return hard;
      return beyond(plan.scenario, { path, reason: dose.rangeReason, allowed: options.beyondStudiedRange });
    }),
  );
  return [...age, ...doses];
}

function beyond(
  scenario: Scenario,
  dose: { readonly path: readonly (string | number)[]; readonly reason: string; readonly allowed: boolean },
): readonly PlanProblem[] {
  const { path, reason, allowed } = dose;
  if (!allowed) {
    const message = `${reason}; for work on populations only, start the run with --beyond-studied-range`;
    return [{ code: "outside-studied-range", path, message }];
  }
  if (scenario.report.audience === "technical") return [];
  const message = `${reason}; reports for a plain audience show studied doses only, set report.audience to technical`;
  return [{ code: "outside-studied-range", path, message }];
}

/** About 0.8 GB of numbers, twice that while they are collected. */
const mostValues = 1e8;

/**
 * Refuses runs whose courses would not fit into memory.
 * @param draft times and outputs to be recorded in every course
 * @param scenario says how many courses there are
 */
export function sizeProblems(
  draft: { readonly times: readonly number[]; readonly outputs: readonly unknown[] },
  { population, regimens, simulate }: Scenario,
): readonly PlanProblem[] {
  const courses = regimens.length * (population.n + simulate.uncertainty.parameters);
  const values = courses * draft.times.length * draft.outputs.length;
  if (values <= mostValues) return [];
  const found = `${courses} courses x ${draft.times.length} times x ${draft.outputs.length} outputs = ${values.toExponential(1)}`;
  const message = `would hold ${found} numbers, at most ${mostValues.toExponential(0)} fit; lower n, until or the outputs observed`;
  return [{ code: "too-large-to-run", path: ["population", "n"], message }];
}
