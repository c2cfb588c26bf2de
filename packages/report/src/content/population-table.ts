import type { PlannedCovariate, RunPlan } from "@kinetamine/design";
import { anxCore } from "@kinetamine/ketamine";
import { formatExact } from "../text/format-number.ts";
import { withUnit } from "../text/unit-label.ts";
import type { Block, Content } from "./block.ts";

/** The model's name of the score before treatment, which has a row of its own. */
const baselineName = "BASE";

/** Who the virtual patients are: distributions of covariates and settings, and other medicines. */
export function populationTable({ population }: RunPlan): Block {
  const { baseline, covariates, typical, concomitant } = population;
  const score: Content[] = [
    [`${baseline.scale} before treatment (points)`],
    [`mean ${formatExact(baseline.mean)}, SD ${formatExact(baseline.sd)}, from ${ends(baseline)}`],
    [formatExact(baseline.mean)],
  ];
  const properties = Object.entries(covariates)
    .filter(([name]) => name !== baselineName)
    .map(([name, covariate]): Content[] => [
      propertyName(name),
      [covariateWords(covariate)],
      [formatExact(typical[name] ?? Number.NaN)],
    ]);
  const medicines = concomitant.map((entry): Content[] => [
    [`Other medicine: ${entry.class}`],
    [`${formatExact(100 * entry.fraction)} % of virtual patients, without effect in the model`],
    ["none"],
  ]);
  return {
    kind: "table",
    caption: "The virtual patients",
    columns: [{ header: "Property" }, { header: "Distribution" }, { header: "Typical patient", isNumeric: true }],
    rows: [score, ...properties, ...medicines],
  };
}

/** Meaning and unit as the model states them, and the name in its text. */
function propertyName(name: string): Content {
  const covariate = anxCore().covariates.find((candidate) => candidate.name === name);
  const code = { kind: "code", text: name } as const;
  return covariate === undefined ? [code] : [`${withUnit(covariate.meaning, covariate.unit)} `, code];
}

function covariateWords(covariate: PlannedCovariate): string {
  switch (covariate.distribution) {
    case "constant":
      return `always ${formatExact(covariate.value)}`;
    case "truncnormal":
      return `normal, mean ${formatExact(covariate.mean)}, SD ${formatExact(covariate.sd)}, from ${ends(covariate)}`;
    case "lognormal":
      return `log-normal, geometric mean ${formatExact(covariate.geomean)}, CV ${formatExact(100 * covariate.cv)} %, from ${ends(covariate)}`;
    case "uniform":
      return `uniform from ${ends(covariate)}`;
    case "bernoulli":
      return `1 in ${formatExact(100 * covariate.p)} % of virtual patients, otherwise 0`;
  }
}

function ends({ min, max }: { readonly min: number; readonly max: number }): string {
  return `${formatExact(min)} to ${formatExact(max)}`;
}
