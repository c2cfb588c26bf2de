/** Virtual patients with every covariate of the model written out. */
import type { Covariate, SymptomScale } from "@kinetamine/ketamine";
import { embedded } from "../embedded.generated.ts";
import type { PlannedCovariate, PlannedPopulation } from "../run-types.ts";
import type { PopulationEntry } from "../scenario/population-schema.ts";

interface PopulationDefaults {
  readonly status: string;
  readonly covariates: { readonly WT: PlannedCovariate; readonly AGE: PlannedCovariate };
  readonly shareOfWomen: Readonly<Record<PopulationEntry["indication"], number>>;
}

const defaults = embedded["population-defaults"] as PopulationDefaults;

/**
 * Resolves a population against the model's covariates.
 * @param entry as read
 * @param context the scale chosen for the run, and all covariates of the model with their reference values
 */
export function planPopulation(
  entry: PopulationEntry,
  context: { readonly scale: SymptomScale; readonly covariates: readonly Covariate[] },
): PlannedPopulation {
  const { scale } = context;
  const { mean, sd, min, max } = entry.baseline ?? scale.baseline;
  const given: Readonly<Record<string, PlannedCovariate>> = {
    WT: withoutUnit(entry.covariates?.WT ?? defaults.covariates.WT),
    AGE: withoutUnit(entry.covariates?.AGE ?? defaults.covariates.AGE),
    SEXF: entry.covariates?.SEXF ?? { distribution: "bernoulli", p: defaults.shareOfWomen[entry.indication] },
    BASE: sd === 0 ? { distribution: "constant", value: mean } : { distribution: "truncnormal", mean, sd, min, max },
    scale_floor: { distribution: "constant", value: scale.min },
  };
  const covariates = Object.fromEntries(
    context.covariates.map(({ name, default: value }): [string, PlannedCovariate] => [
      name,
      given[name] ?? { distribution: "constant", value },
    ]),
  );
  const typical = Object.fromEntries(
    Object.entries(covariates).map(([name, covariate]) => [name, middleOf(covariate)]),
  );
  return {
    baseline: { scale: scale.name, mean, sd, min, max },
    covariates,
    typical,
    concomitant: entry.concomitant ?? [],
  };
}

/** Units were checked on reading and are those of the model. */
function withoutUnit(covariate: PlannedCovariate & { readonly unit?: string }): PlannedCovariate {
  const { unit: _, ...rest } = covariate;
  return rest;
}

/** The centre of a distribution before truncation; a yes-or-no covariate takes its commoner value. */
export function middleOf(covariate: PlannedCovariate): number {
  switch (covariate.distribution) {
    case "constant":
      return covariate.value;
    case "truncnormal":
      return covariate.mean;
    case "lognormal":
      return covariate.geomean;
    case "uniform":
      return (covariate.min + covariate.max) / 2;
    case "bernoulli":
      return covariate.p >= 0.5 ? 1 : 0;
  }
}

/** The smallest value a covariate can take. */
export function lowestOf(covariate: PlannedCovariate): number {
  if (covariate.distribution === "constant") return covariate.value;
  return covariate.distribution === "bernoulli" ? 0 : covariate.min;
}

/** The largest value a covariate can take. */
export function highestOf(covariate: PlannedCovariate): number {
  if (covariate.distribution === "constant") return covariate.value;
  return covariate.distribution === "bernoulli" ? 1 : covariate.max;
}
