import type { PlannedCovariate, RunPlan } from "@kinetamine/design";
import { formatExact } from "../text/format-number.ts";
import type { Block, Content } from "./block.ts";

/** Who the virtual patients are: distributions of covariates and other medicines. */
export function populationTable({ population }: RunPlan): Block {
  const { baseline, covariates, typical, concomitant } = population;
  const rows = Object.entries(covariates).map(([name, covariate]): Content[] => [
    [{ kind: "code", text: name }],
    [covariateWords(covariate)],
    [formatExact(typical[name] ?? Number.NaN)],
  ]);
  const score: Content[] = [
    [`${baseline.scale} before treatment`],
    [
      `mean ${formatExact(baseline.mean)}, SD ${formatExact(baseline.sd)}, from ${formatExact(baseline.min)} to ${formatExact(baseline.max)}`,
    ],
    [formatExact(baseline.mean)],
  ];
  const medicines = concomitant.map((entry): Content[] => [
    [`other medicine: ${entry.class}`],
    [`${formatExact(100 * entry.fraction)} % of virtual patients, without effect in the model`],
    ["none"],
  ]);
  return {
    kind: "table",
    caption: "The virtual patients",
    columns: [{ header: "Property" }, { header: "Distribution" }, { header: "Typical patient", isNumeric: true }],
    rows: [score, ...rows, ...medicines],
  };
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
