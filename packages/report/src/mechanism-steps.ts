import { embeddedData, hasList } from "./embedded-data.ts";

/** One step of the ladder from receptor to symptoms. */
export interface MechanismStep {
  readonly title: string;
  /** What its axis counts: a share, a fold of the drug-free value, an excess over it. */
  readonly quantity: string;
  /** The outputs that show it; the first is the one whose spread is drawn. */
  readonly outputs: readonly { readonly name: string; readonly label: string }[];
  readonly axis: "hours" | "days" | "weeks";
  /** Length of its own time axis [h]. */
  readonly until_h: number;
}

/** The steps in causal order. */
export function mechanismSteps(): readonly MechanismStep[] {
  return embeddedData("mechanism-steps", isStepFile).steps;
}

function isStepFile(value: unknown): value is { readonly steps: readonly MechanismStep[] } {
  return hasList(value, "steps") && value.steps.every((step) => hasList(step, "outputs"));
}
