import { SimulationError } from "../simulation-error.ts";

/**
 * Index of a state by name.
 *
 * @param path where the name was written, for the message
 * @throws SimulationError `E-DOSE-COMPARTMENT`, listing the names there are
 */
export function compartmentIndex(states: readonly { readonly name: string }[], name: string, path: string): number {
  const index = states.findIndex((state) => state.name === name);
  if (index >= 0) return index;
  const known = states.map((state) => state.name).join(", ");
  throw new SimulationError(
    "E-DOSE-COMPARTMENT",
    path,
    `Cannot dose into "${name}": the model's compartments are ${known}`,
  );
}
