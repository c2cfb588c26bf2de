/** Which outputs of the model a run records: what a scenario names, and always what its summary is made of. */
import type { ModelOutput } from "@kinetamine/ketamine";
import type { PlanProblem } from "../limits/hard-limits.ts";
import type { OutputDescription } from "../run-types.ts";
import type { analyteNames, mechanismNames, Scenario } from "../scenario/scenario-schema.ts";

type AnalyteName = (typeof analyteNames)[number];
type MechanismName = (typeof mechanismNames)[number];

const analytes: Readonly<Record<AnalyteName, readonly string[]>> = {
  KET: ["C_ketamine_venous", "C_ketamine_arterial"],
  "S-KET": ["C_esketamine_venous", "C_esketamine_arterial"],
  "R-KET": ["C_arketamine_venous", "C_arketamine_arterial"],
  NK: ["C_norketamine_venous"],
  "S-NK": ["C_esnorketamine_venous", "C_esnorketamine_arterial"],
  "R-NK": ["C_arnorketamine_venous", "C_arnorketamine_arterial"],
  HNK: ["C_hydroxynorketamine"],
};

const mechanism: Readonly<Record<MechanismName, readonly string[]>> = {
  "NMDA-OCC": ["NMDA_occupancy"],
  BLOCK: ["block_interneuron", "block_pyramidal"],
  GLU: ["glutamate"],
  AMPA: ["AMPA_throughput"],
  BDNF: ["BDNF"],
  MTOR: ["mTORC1"],
  POTENTIATION: ["potentiation"],
  SPINE: ["spine_density"],
  EFFECT: ["drug_effect"],
};

const tolerability: Readonly<Record<string, readonly string[]>> = {
  CADSS: ["CADSS"],
  SBP: ["SBP_change"],
  HR: ["HR_change"],
};

const usualAnalytes: readonly AnalyteName[] = ["KET", "S-KET", "R-KET", "NK", "HNK"];
const symptoms = ["symptom_fraction", "score"];

/** Endpoints, contrasts and checks need these whatever a scenario asks for. */
const always = ["C_ketamine_venous", "CADSS", "SBP_change", "score"];

/**
 * Outputs to record. A part of `observe` that is absent means everything usual; the enantiomers of norketamine are
 * recorded on request only.
 * @param observe as read
 * @param context outputs the model offers, and the scale of the run
 * @returns outputs in the order of the model's catalogue, and a problem for each scale of another disorder
 */
export function planOutputs(
  observe: Scenario["observe"],
  context: { readonly catalogue: readonly ModelOutput[]; readonly scale: string },
): { readonly outputs: readonly OutputDescription[]; readonly problems: readonly PlanProblem[] } {
  const scales = observe.scales ?? [context.scale, ...Object.keys(tolerability)];
  const problems = scales.flatMap((name, index): PlanProblem[] => {
    if (name === context.scale || tolerability[name] !== undefined) return [];
    const known = [context.scale, ...Object.keys(tolerability)].join(", ");
    const message = `cannot be observed in this population: must be one of ${known}, found ${name}`;
    return [{ code: "inconsistent", path: ["observe", "scales", index], message }];
  });
  const wanted = new Set([
    ...always,
    ...(observe.pk?.analytes ?? usualAnalytes).flatMap((name) => analytes[name]),
    ...(observe.pd ?? (Object.keys(mechanism) as MechanismName[])).flatMap((name) => mechanism[name]),
    ...scales.flatMap((name) => (name === context.scale ? symptoms : (tolerability[name] ?? []))),
  ]);
  const outputs = context.catalogue
    .filter(({ name }) => wanted.has(name))
    .map(({ name, label, unit, group }) => ({ name, label, unit, group }));
  return { outputs, problems };
}
