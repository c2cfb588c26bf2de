import type { CompiledModel } from "../compile/compiled-model.ts";
import { SimulationError } from "../simulation-error.ts";

type Values = Readonly<Record<string, number>>;

/** Where the inputs of a model come from. */
export interface InputSources {
  readonly parameters: Values;
  readonly covariates: Values;
  readonly etas: Values;
}

function merged(sources: InputSources): Map<string, number> {
  const values = new Map<string, number>();
  for (const [part, entries] of Object.entries(sources) as [string, Values][]) {
    for (const [name, value] of Object.entries(entries)) {
      if (values.has(name)) {
        throw new SimulationError("E-INPUT-UNKNOWN", `${part}.${name}`, "Cannot give an input twice: one value needed");
      }
      values.set(name, value);
    }
  }
  return values;
}

/**
 * The inputs of a model in its own order, from values by name.
 *
 * Every input of the model must be given exactly once, and no parameter or eta may be given that the model does not read: a
 * misspelt one would otherwise quietly keep its old meaning. Covariates may go unread, since doses and reports use them too.
 *
 * @throws SimulationError `E-INPUT-MISSING` or `E-INPUT-UNKNOWN`
 */
export function assembleInputs(model: Pick<CompiledModel, "inputs">, sources: InputSources): Float64Array {
  const values = merged(sources);
  const read = new Set(model.inputs.map(({ name }) => name));
  for (const [part, entries] of [
    ["parameters", sources.parameters],
    ["etas", sources.etas],
  ] as const) {
    const unread = Object.keys(entries).find((name) => !read.has(name));
    if (unread === undefined) continue;
    throw new SimulationError(
      "E-INPUT-UNKNOWN",
      `${part}.${unread}`,
      "Cannot use a value that the model does not read: one of its inputs needed",
    );
  }
  return Float64Array.from(model.inputs, ({ name }) => {
    const value = values.get(name);
    if (value !== undefined) return value;
    throw new SimulationError(
      "E-INPUT-MISSING",
      `inputs.${name}`,
      "Cannot simulate without a value for it: a parameter, covariate or eta of that name needed",
    );
  });
}
