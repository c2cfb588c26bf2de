import type { Check } from "@kinetamine/design";
import type { Surroundings } from "../commands/command.ts";
import { modelChecks } from "./model-checks.ts";
import { numericsChecks } from "./numerics-checks.ts";
import { solverChecks } from "./solver-checks.ts";

/** Are the numbers right: against published values and closed forms, each with its tolerance? */
export async function operateChecks(surroundings: Surroundings): Promise<readonly Check[]> {
  return [...numericsChecks(), ...solverChecks(), ...(await modelChecks(surroundings))];
}
