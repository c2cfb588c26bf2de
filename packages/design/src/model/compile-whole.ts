import { type CompiledModel, checkModel, compileModel, parseModel } from "@kinetamine/engine";
import { anxCore } from "@kinetamine/ketamine";

/**
 * The whole model compiled for the outputs of a run.
 * @param outputs names of the outputs, in the order in which courses hold them
 * @returns the compiled model; its hash names texts, inputs and outputs
 */
export function compileWhole(outputs: readonly { readonly name: string }[]): CompiledModel {
  const { sources, inputs } = anxCore();
  return compileModel(checkModel(parseModel(sources), inputs), { outputs: outputs.map(({ name }) => name) });
}
