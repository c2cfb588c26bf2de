import type { Disorder, SymptomScale } from "@kinetamine/ketamine";
import { citeShort, findReference } from "@kinetamine/ketamine";
import type { PlanProblem } from "../limits/hard-limits.ts";
import type { RunPlan } from "../run-types.ts";
import type { PopulationEntry } from "../scenario/population-schema.ts";

/**
 * The symptom scale of a run: the one a scenario gives its baseline in, else the disorder's first.
 * @returns the scale, and a problem when the baseline names a scale the disorder has not or leaves its range
 */
export function chooseScale(
  population: PopulationEntry,
  disorder: Disorder,
): { readonly scale: SymptomScale; readonly problems: readonly PlanProblem[] } {
  const usual = disorder.scales[0];
  if (usual === undefined) throw new Error(`cannot plan a run in ${disorder.id}: the disorder has no scale`);
  const { baseline } = population;
  if (baseline === undefined) return { scale: usual, problems: [] };
  const scale = disorder.scales.find((candidate) => candidate.name === baseline.scale);
  const path = ["population", "baseline"];
  if (scale === undefined) {
    const names = disorder.scales.map((candidate) => candidate.name).join(" or ");
    const message = `must be ${names} in ${disorder.id}, found ${baseline.scale}`;
    return { scale: usual, problems: [{ code: "not-allowed", path: [...path, "scale"], message }] };
  }
  if (baseline.min >= scale.min && baseline.max <= scale.max) return { scale, problems: [] };
  const message = `must lie within the scale, ${scale.min} to ${scale.max}, found ${baseline.min} to ${baseline.max}`;
  return { scale, problems: [{ code: "inconsistent", path, message }] };
}

/** A scale as the plan holds it, its cuts with where they come from. */
export function plannedScale(scale: SymptomScale): RunPlan["scale"] {
  const cite = ({ sources, status }: SymptomScale["response"] | SymptomScale["remission"]) =>
    `${sources.map(({ ref, where }) => `${citeShort(findReference(ref))}, ${where}`).join("; ")} (${status})`;
  return {
    name: scale.name,
    min: scale.min,
    max: scale.max,
    responseFraction: scale.response.fraction,
    remissionAtMost: scale.remission.atMost,
    responseSource: `response: ${cite(scale.response)}; remission: ${cite(scale.remission)}`,
  };
}
