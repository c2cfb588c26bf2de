import { type CheckedModel, type CompiledModel, checkModel, compileModel, parseModel } from "@kinetamine/engine";
import { anxCore } from "@kinetamine/ketamine";

/** Reading and checking the texts gives the same for every run of this program, so it is done once. */
let checked: CheckedModel | undefined;

/**
 * The whole model compiled for the outputs of a run.
 * @param outputs names of the outputs, in the order in which courses hold them
 * @returns the compiled model; its hash names texts, inputs and outputs
 */
export function compileWhole(outputs: readonly { readonly name: string }[]): CompiledModel {
  const { sources, inputs } = anxCore();
  checked ??= checkModel(parseModel(sources), inputs);
  return compileModel(checked, { outputs: outputs.map(({ name }) => name) });
}
