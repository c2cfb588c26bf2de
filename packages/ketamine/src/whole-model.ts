import type { InputDeclaration, ModelSource, Variability } from "@kinetamine/engine";
import { type Covariate, covariates } from "./covariate.ts";
import { disorders } from "./disorder.ts";
import { embedded } from "./embedded.generated.ts";
import { type ModelOutput, modelOutputs } from "./model-output.ts";
import type { ParameterRecord } from "./parameter-record.ts";
import { modelParameters } from "./parameters.ts";
import { etaCorrelations, etaDistribution } from "./variability.ts";

/** Everything a simulation of the drug needs, as data: nothing here depends on a subject, a regimen or a disorder. */
export interface WholeModel {
  readonly id: string;
  /** Raised whenever a text or a value changes. */
  readonly version: string;
  /** Model texts in the order in which they must be read. */
  readonly sources: readonly ModelSource[];
  /** Everything the texts read without assigning it: parameters, covariates, random effects. */
  readonly inputs: readonly InputDeclaration[];
  /** Parameters common to all disorders; those of a disorder are in its record. */
  readonly parameters: readonly ParameterRecord[];
  readonly covariates: readonly Covariate[];
  readonly variability: Variability;
  readonly outputs: readonly ModelOutput[];
}

/** Files of data/models in the order of the chain; tolerability precedes symptoms because expectancy reads CADSS. */
const texts = ["ket-rs-1", "receptors", "plasticity", "tolerability", "symptoms"];

/**
 * The whole chain from dose to symptom score and side effects, for adults.
 *
 * Pharmacokinetics KET-RS-1, then receptors, plasticity, tolerability and symptoms. Valid for infusions and nasal doses
 * in the studied range; weights and ages outside `covariates` have no data behind them.
 */
export function anxCore(): WholeModel {
  const models = embedded.models as Readonly<Record<string, string>>;
  const variability = etaDistribution(modelParameters, etaCorrelations);
  return {
    id: "anx-core",
    version: "0.1.0",
    sources: texts.map((name) => ({ name: `${name}.model`, text: models[name]! })),
    inputs: [
      ...[...modelParameters, ...disorders[0]!.parameters].map(({ name, unit, kind }) => ({ name, unit, kind })),
      ...covariates.map(({ name, unit, kind }) => ({ name, unit, kind })),
      ...variability.etas.map((name) => ({ name, unit: "1", kind: "eta" as const })),
    ],
    parameters: modelParameters,
    covariates,
    variability,
    outputs: modelOutputs,
  };
}
